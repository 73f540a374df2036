const KEY = 'truecause.name';

/** The name that was typed last in this browser; '' when there is none. */
export function rememberedName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a name for the next time. A browser that refuses asks again, which is no reason to fail now. */
export function rememberName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    return;
  }
}
