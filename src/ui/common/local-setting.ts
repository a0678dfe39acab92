/**
 * A small setting of this browser (theme, panel sizes), kept beside the documents because it is needed before the first picture.
 * Where storage is forbidden it lasts as long as the page; nothing depends on it.
 */
export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeSetting(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // As documented.
  }
}
