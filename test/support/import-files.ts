/** A file as Playwright hands it to an input. */
export interface Payload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const HEADER = 'complaint_no,received_at,model,failure_mode,severity,description';

export function file(name: string, content: string | Buffer): Payload {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
}

/** A row of a complaint export that nobody can misread. */
export function complaintLine(number: number, description = 'drips at the bottom'): string {
  const day = String((number % 28) + 1).padStart(2, '0');
  const month = String((number % 12) + 1).padStart(2, '0');
  return `C${String(number).padStart(7, '0')},2024-${month}-${day} 10:30,KD-18W,leak,minor,${description}`;
}

/** A clean export: complaints `first` to `first + count − 1`. */
export function complaints(name: string, count: number, first = 1): Payload {
  const lines = Array.from({ length: count }, (_, at) => complaintLine(first + at));
  return file(name, `${HEADER}\n${lines.join('\n')}\n`);
}

/** The same header with these lines below. */
export function complaintFile(name: string, lines: readonly string[]): Payload {
  return file(name, `${HEADER}\n${lines.join('\n')}\n`);
}
