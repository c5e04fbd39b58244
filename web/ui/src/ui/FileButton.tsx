interface Props {
  label: string;
  /** endings of names, as browsers take them: `.pdf,.docx` */
  accept: string;
  disabled: boolean;
  onChoose: (file: File) => void;
}

/** Chooses one file; says so in the language of the screen, which the browser's own button does not. */
export function FileButton({ label, accept, disabled, onChoose }: Props) {
  return (
    <label className="button plain file-button">
      {label}
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={disabled}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onChoose(file);
          target.value = '';
        }}
      />
    </label>
  );
}
