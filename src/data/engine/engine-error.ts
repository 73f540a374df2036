/** A statement that the engine refused: its message, and the SQL it was about. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    message: string,
    readonly sql: string,
  ) {
    super(message);
  }
}

/** The engine's message as text: some kinds of error arrive as JSON, whatever `errors_as_json` says. */
export function engineMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const start = text.indexOf('{"exception_type"');
  if (start < 0) return text;
  try {
    const { exception_type, exception_message } = JSON.parse(text.slice(start)) as Record<string, string>;
    return `${exception_type} Error: ${exception_message}`;
  } catch {
    return text;
  }
}
