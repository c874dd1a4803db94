/** Decisions about the whole site, as pages see them. */
import type { SiteSettings } from "#app/domain/site/site-settings.ts";
import type { Viewer } from "./viewer.ts";

/** For administrators; Problem("not-found") for everybody else. */
export interface SiteSettingService {
  all(viewer: Viewer): Promise<SiteSettings>;
  /** Problem("reauth-required") without a proof of the last ten minutes. */
  change(viewer: Viewer, settings: Partial<SiteSettings>): Promise<void>;
}
