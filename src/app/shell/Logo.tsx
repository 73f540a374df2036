/** The mark of `public/icon.svg`, inline so that it is there with the first paint. */
export function Logo() {
  return (
    <svg aria-hidden="true" width="26" height="26" viewBox="0 0 32 32" style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="7" fill="#14506b" />
      <path
        d="M5 16h18M10 9l4 7-4 7M17 9l4 7-4 7"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="26" cy="16" r="2.6" fill="#ffb454" />
    </svg>
  );
}
