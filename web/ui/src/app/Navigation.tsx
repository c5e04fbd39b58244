import { Link, useLocation } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { NavigationEntry } from '../frame/routes';
import { useWords } from '../i18n';
import { type NavigationPart, navigationFor } from './navigation';

/** The ways to all screens: one row, in which some lie behind a word; on a telephone all of it behind one button. */
export function Navigation({ may }: { may: (entry: NavigationEntry) => boolean }) {
  const { t } = useWords();
  const [menu, setMenu] = useState(false);
  const [group, setGroup] = useState<string>();
  const list = useId();
  const close = () => {
    setMenu(false);
    setGroup(undefined);
  };
  return (
    <nav
      className="nav"
      aria-label={t('frame.navigation')}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setGroup(undefined);
      }}
    >
      <button
        type="button"
        className="button plain nav-menu"
        aria-expanded={menu}
        aria-controls={list}
        onClick={() => setMenu(!menu)}
      >
        {t('frame.menu')}
        <span className="caret" aria-hidden="true" />
      </button>
      <ul id={list} className={menu ? 'nav-list opened' : 'nav-list'}>
        {navigationFor(may).map((part) =>
          'entry' in part ? (
            <li key={part.entry.to}>
              <Entry entry={part.entry} onGo={close} />
            </li>
          ) : (
            <Group
              key={part.group}
              part={part}
              open={group === part.group}
              onToggle={(open) => setGroup(open ? part.group : undefined)}
              onGo={close}
            />
          ),
        )}
      </ul>
    </nav>
  );
}

function Entry({ entry: { to, label }, onGo }: { entry: NavigationEntry; onGo: () => void }) {
  const { t } = useWords();
  return (
    <Link to={to} className="nav-link" activeProps={{ 'aria-current': 'page' }} onClick={onGo}>
      {t(`nav.${label}`)}
    </Link>
  );
}

interface GroupProps {
  part: Extract<NavigationPart, { group: string }>;
  open: boolean;
  onToggle: (open: boolean) => void;
  onGo: () => void;
}

function Group({ part: { group, entries }, open, onToggle, onGo }: GroupProps) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const here = entries.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && open) {
      onToggle(false);
      button.current?.focus();
    }
  };
  return (
    <li className="nav-group" onKeyDown={closeByKey}>
      <button
        ref={button}
        type="button"
        className={here ? 'nav-link here' : 'nav-link'}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => onToggle(!open)}
      >
        {t(`navGroup.${group}`)}
        <span className="caret" aria-hidden="true" />
      </button>
      <ul id={list} hidden={!open}>
        {entries.map((entry) => (
          <li key={entry.to}>
            <Entry entry={entry} onGo={onGo} />
          </li>
        ))}
      </ul>
    </li>
  );
}
