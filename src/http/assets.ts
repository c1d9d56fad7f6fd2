import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { hashOf, type Encoded } from './encoding.ts';
import { encoded } from './respond.ts';
import type { Request, Site } from './site.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export type Assets = (site: Site, request: Request) => Response | undefined;

/**
 * The build's files, read once: there are few and they are small. A file is found by
 * its exact path and no other spelling, so no path leads out of the folder.
 * @param compressed the same files once more, in a folder for each encoding
 */
export function openAssets(folder: string, compressed: string): Assets {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const assets = new Map(
    files.map((file) => {
      const full = join(file.parentPath, file.name);
      const path = full.slice(folder.length).replaceAll('\\', '/');
      const hashed = path.startsWith('/_assets/');
      const headers = {
        'Content-Type': types[extname(path)] ?? 'application/octet-stream',
        'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        Vary: 'Accept-Encoding',
      };
      return [path, { body: readEncoded(folder, compressed, path), headers }];
    }),
  );
  return (site, request) => {
    const asset = assets.get(request.req.path);
    return asset === undefined ? undefined : encoded(site, request, asset.body, asset.headers);
  };
}

function readEncoded(folder: string, compressed: string, path: string): Encoded {
  const identity = readFileSync(join(folder, path));
  return {
    identity,
    gzip: readFileSync(join(compressed, 'gzip', path)),
    br: readFileSync(join(compressed, 'br', path)),
    hash: hashOf(identity),
    slot: undefined,
    fresh: true,
  };
}
