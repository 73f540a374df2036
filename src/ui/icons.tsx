/** Strokes on a 16 × 16 grid. */
const PATHS = {
  overview: 'M2 2h5v6H2zM9 2h5v4H9zM9 8h5v6H9zM2 10h5v4H2z',
  trends: 'M2 2v12h12M4.5 10l3-3.5 2.5 2L14 4',
  complaints: 'M2 3.5h12M2 8h12M2 12.5h8',
  signals:
    'M8 8h.01M5 11a4.2 4.2 0 0 1 0-6M11 5a4.2 4.2 0 0 1 0 6M2.8 13.2a7.4 7.4 0 0 1 0-10.4M13.2 2.8a7.4 7.4 0 0 1 0 10.4',
  reliability: 'M2 2v12h12M4 12c2-6 4-8.5 10-9M4 12c3-3 6-4 10-4.5',
  safety: 'M8 1.8 14.2 8 8 14.2 1.8 8zM8 5v3.5M8 10.8v.2',
  data: 'M8 2v7M5 6.5 8 9.5l3-3M2 10v4h12v-4',
  quality: 'M2 8.5 5.5 12 14 3.5M2 14h12',
  coding: 'M2 2.5h5.5l6.5 6.5-5 5L2.5 7.5zM5 5.2v.1',
  sql: 'M3 4.5 6.5 8 3 11.5M8.5 12H13',
  edit: 'M3 13l.6-2.6 7.4-7.4 2 2-7.4 7.4zM9.6 4.4l2 2',
  collapse: 'M10 4 6 8l4 4M3 3v10',
  expand: 'M6 4l4 4-4 4M13 3v10',
  light:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3',
  dark: 'M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3',
  help: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M6 6.3a2 2 0 1 1 2.7 1.9c-.5.2-.7.6-.7 1.1M8 11.4v.4',
  close: 'M4 4l8 8M12 4l-8 8',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  columns: 'M2 3h12v10H2zM6 3v10M10 3v10',
  pin: 'M6 2h4v5l2 2.5H4L6 7zM8 9.5V14',
  earlier: 'M8 13V3M4 7l4-4 4 4',
  later: 'M8 3v10M4 9l4 4 4-4',
  period: 'M2 3.5h12V14H2zM2 7h12M5 1.5v3.5M11 1.5v3.5',
  filter: 'M2.5 3.5h11L9.5 8.5v4.5l-3-1.5v-3z',
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside words or in a labelled button; silent for screen readers. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  const weight = name === 'more' ? 2.2 : 1.4;
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={weight}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
