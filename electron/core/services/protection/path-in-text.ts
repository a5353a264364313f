/** Paths as systems write them, from a home or a drive on. */
export const pathInText =
  /(?:\/(?:Users|home|Volumes|mnt|media)\/[^\s"'<>|]+|\b[A-Za-z]:\\[^\s"'<>|]+|\\\\[\w.-]+\\[^\s"'<>|]+|file:\/\/[^\s"'<>|]+)/gu;
