import { useRef } from 'react';
import { TextButton } from '../../ui/TextButton';

interface FileButtonProps {
  readonly label: string;
  /** Endings that the chooser offers. */
  readonly accept: string;
  readonly onFile: (file: File) => Promise<void>;
}

/** Asks for a file; the same one can be chosen again. */
export function FileButton({ label, accept, onFile }: FileButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <TextButton onClick={() => chooser.current?.click()}>{label}</TextButton>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void onFile(file);
          target.value = '';
        }}
      />
    </>
  );
}
