import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the project's own files lie, whatever directory it is started from. */
export const projectRoot = join(import.meta.dirname, '..');
export const buildFolder = join(projectRoot, 'dist');
/** Mails' HTML parts, made from MJML by the build. */
export const mailHtmlFolder = join(buildFolder, 'templates');
/** What browsers load, as it is and in `br/` and `gzip/` as far as it can be compressed, both made by the build. */
export const clientFolder = join(buildFolder, 'client');
export const compressedFolder = join(buildFolder, 'compressed');
export const templatesFolder = join(projectRoot, 'templates');
export const campaignsFolder = join(projectRoot, 'src/content/campaigns');
export const exampleDirectory = join(projectRoot, 'src/content/directories/example-parliament.json');

/** Of package.json. */
export const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
