import type { ThemeConfig } from 'antd';

/** The colours of base.css, for antd. Every text colour has at least 4.5:1 on the surfaces it stands on. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f3f63',
    colorLink: '#1b4b82',
    colorLinkHover: '#152d48',
    colorLinkActive: '#152d48',
    colorText: '#1c2430',
    colorTextSecondary: '#4a5361',
    colorTextTertiary: '#59626f',
    colorTextDescription: '#59626f',
    colorTextPlaceholder: '#636c79',
    colorTextDisabled: '#636c79',
    colorBorder: '#8a93a0',
    colorError: '#a61b1b',
    colorSuccess: '#17663a',
    colorWarning: '#8a4b00',
    colorBgLayout: '#f6f4ef',
    borderRadius: 6,
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    fontSize: 15,
    controlHeight: 38,
    // Nothing moves: what was clicked is there at once, and a click meets what it was meant for on a slow machine too.
    motion: false,
  },
};
