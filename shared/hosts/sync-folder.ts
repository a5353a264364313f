/** Folders that services give their own names, wherever they lie. */
const folders: readonly (readonly [RegExp, string])[] = [
  [/^dropbox( \(.+\))?$/, 'Dropbox'],
  [/^onedrive( - .+|-.+)?$/, 'OneDrive'],
  [/^(icloud ?drive|com~apple~clouddocs|icloud~.+)$/, 'iCloud Drive'],
  [/^(google ?drive|googledrive-.+|drivefs)$/, 'Google Drive'],
  [/^(nextcloud\d*|nextcloud-.+)$/, 'Nextcloud'],
  [/^(owncloud|owncloud-.+)$/, 'ownCloud'],
  [/^(nutstore( files)?|nutstore-.+|我的坚果云|坚果云)$/, '坚果云'],
  [/^(baidusyncdisk|百度网盘同步空间)$/, '百度网盘'],
  [/^(box sync|box-box)$/, 'Box'],
  [/^(mega|megasync)$/, 'MEGA'],
  [/^(pcloud ?drive|pcloud sync)$/, 'pCloud'],
  [/^(synologydrive|synology drive)$/, 'Synology Drive'],
  [/^(proton ?drive|protondrive-.+)$/, 'Proton Drive'],
  [/^(yandex\.disk|yandexdisk)$/, 'Yandex Disk'],
  [/^seafile$/, 'Seafile'],
];

/** A drive of its own on Windows: its first folder names it. */
const driveRoots: readonly (readonly [RegExp, string])[] = [[/^(my drive|我的云端硬盘|マイドライブ)$/, 'Google Drive']];

/** iCloud's containers on a Mac all lie in one folder of the library. */
const mobileDocuments = /(^|\/)library\/mobile documents\//;

/**
 * The service that keeps a file's folder in step with other computers, by the name of a folder on its path; null where
 * none is known by name. Such a service copies a project while it is being written, and two computers overwrite each
 * other's work. The file itself may be called anything.
 */
export function syncingService(path: string): string | null {
  const parts = path.normalize('NFC').replaceAll('\\', '/').toLowerCase().split('/').slice(0, -1);
  for (const part of parts) {
    const known = folders.find(([name]) => name.test(part));
    if (known) return known[1];
  }
  if (mobileDocuments.test(`${parts.join('/')}/`)) return 'iCloud Drive';
  const first = /^[a-z]:$/.test(parts[0] ?? '') ? (parts[1] ?? '') : '';
  return driveRoots.find(([name]) => name.test(first))?.[1] ?? null;
}
