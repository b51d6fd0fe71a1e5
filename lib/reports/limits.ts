/** Limits of reports that pages know without the checks that hold them. */

/** In one file, and in one call to the background. */
export const MOST_REPORTS = 5000;
