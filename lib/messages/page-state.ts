/** How far the reading of a page came, as it is told and shown. */

/**
 * Limits of a page that were met: of marks, of the text that is read, of the time that reading it may take, and of how
 * often a mark or a card that the page took away comes back; `failed` where a fault of ours ended the reading, `claims`
 * where more of them were found than a message holds.
 */
export type Cap = 'marks' | 'text' | 'time' | 'fought' | 'failed' | 'claims';

/**
 * Whether the top document of a tab is read. `read`: looked through, and watched for what comes; `waiting`: loading, or
 * being read; `unread`: no script of ours is there; `other-kind`: no web page or plain text, or one that is an editor;
 * `closed`: the browser lets no extension in.
 */
export type PageState = 'read' | 'waiting' | 'unread' | 'other-kind' | 'closed';
