import { type ComponentProps, useRef } from 'react';
import { TextButton } from './TextButton';

interface FileButtonProps extends Pick<ComponentProps<typeof TextButton>, 'quiet'> {
  readonly label: string;
  /** Endings that the chooser offers. */
  readonly accept: string;
  readonly onFile: (file: File) => Promise<void>;
  /** Of the field behind the button. */
  readonly testId?: string;
}

/** Asks for a file; the same one can be chosen again. */
export function FileButton({ label, accept, onFile, testId, quiet }: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <TextButton quiet={quiet} onClick={() => chooser.current?.click()}>
        {label}
      </TextButton>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        hidden
        data-testid={testId}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void onFile(file);
          target.value = '';
        }}
      />
    </>
  );
}
