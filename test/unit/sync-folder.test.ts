import { describe, expect, it } from 'vitest';
import { syncingService } from '../../shared/hosts/sync-folder.ts';

describe('a folder a service copies to other computers', () => {
  it.each([
    ['/home/mei/Dropbox/study.vbt', 'Dropbox'],
    ['/Users/mei/Library/CloudStorage/Dropbox/work/study.vbt', 'Dropbox'],
    ['C:\\Users\\Mei\\Dropbox (University)\\study.vbt', 'Dropbox'],
    ['C:\\Users\\Mei\\OneDrive\\Documents\\study.vbt', 'OneDrive'],
    ['C:\\Users\\Mei\\OneDrive - Keio University\\study.vbt', 'OneDrive'],
    ['/Users/mei/Library/CloudStorage/OneDrive-Personal/study.vbt', 'OneDrive'],
    ['/Users/mei/Library/Mobile Documents/com~apple~CloudDocs/study.vbt', 'iCloud Drive'],
    ['/Users/mei/Library/Mobile Documents/anything/study.vbt', 'iCloud Drive'],
    ['C:\\Users\\Mei\\iCloudDrive\\study.vbt', 'iCloud Drive'],
    ['/Users/mei/Library/CloudStorage/GoogleDrive-mei@example.org/My Drive/study.vbt', 'Google Drive'],
    ['G:\\My Drive\\study.vbt', 'Google Drive'],
    ['G:\\我的云端硬盘\\study.vbt', 'Google Drive'],
    ['/home/mei/Nextcloud/study.vbt', 'Nextcloud'],
    ['/home/mei/Nextcloud2/study.vbt', 'Nextcloud'],
    ['D:\\我的坚果云\\访谈\\study.vbt', '坚果云'],
    ['/Users/mei/Nutstore Files/我的坚果云/study.vbt', '坚果云'],
  ])('%s: %s', (path, service) => expect(syncingService(path)).toBe(service));

  it.each([
    '/home/mei/Verbatim/study.vbt',
    '/home/mei/Verbatim/Dropbox.vbt',
    '/home/mei/dropbox-leftovers.txt/study.vbt',
    '/home/mei/my drive/study.vbt',
    'C:\\Users\\Mei\\Documents\\study.vbt',
    'D:\\study.vbt',
    'study.vbt',
  ])('is not seen where there is none: %s', (path) => expect(syncingService(path)).toBeNull());
});
