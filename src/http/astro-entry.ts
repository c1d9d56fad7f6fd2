import { createApp } from 'astro/app/entrypoint';

const app = createApp();

/** Renders one page: a GET of our own making, and what the page needs in `locals`. */
export const render = (request: Request, locals: object): Promise<Response> => app.render(request, { locals });
