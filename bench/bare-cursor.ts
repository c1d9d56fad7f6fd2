import { closeSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/** `bare-cursor.ts <database> <out>`: reads every signature and writes as many bytes, opening nothing. */
const [file = '', out = ''] = process.argv.slice(2);
const database = new Database(file, { readonly: true });
const handle = openSync(out, 'w');
for (const row of database.prepare('select * from signatures order by id').iterate() as Iterable<
  Record<string, unknown>
>)
  writeSync(handle, `${Object.values(row).join(',').slice(0, 120)}\r\n`);
closeSync(handle);
database.close();
