// The pages that routes.yaml declares, in the order of the navigation; the portal function makes the script of them.

declare module '*/pages.js' {
  export interface Page {
    path: string;
    title: { zh: string; en: string };
    label: { zh: string; en: string };
    /** Who may see it; nobody named is everybody. */
    roles: import('../main/resources/portal/assets/session/session.js').Role[];
    /** In whose navigation it stands: roles, or "public". */
    menu: string[];
  }
  export const PAGES: Page[];
}
