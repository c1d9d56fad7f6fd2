declare namespace App {
  interface Locals {
    site: import('./views.ts').SiteView;
    /** The view of the page that is rendered; each page knows its own. */
    view: import('./views.ts').Pages[keyof import('./views.ts').Pages];
  }
}
