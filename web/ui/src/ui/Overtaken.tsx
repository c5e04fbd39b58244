import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** what holds now, and by whom */
  children: ReactNode;
  /** the word on the button that takes it as the new start */
  take: string;
  onTake: () => void;
}

/** Somebody else was faster. What was typed stays; the newer version is taken by hand. */
export function Overtaken({ title, children, take, onTake }: Props) {
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{title}</p>
      {children}
      <button type="button" className="button plain" onClick={onTake}>
        {take}
      </button>
    </div>
  );
}
