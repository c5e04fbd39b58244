import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const PASSWORD = process.env.DEMO_PASSWORD ?? 'cotmoc-demo';
const SCREENSHOTS = process.env.SCREENSHOTS ?? 'e2e/screenshots';

/** Holds the screen against WCAG 2.2 A and AA, and leaves a picture to look at. */
export async function looksRight(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  // A drawer belongs to the window, not to the whole length of the page behind it.
  const fullPage = (await page.getByRole('dialog').count()) === 0;
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(faults, `accessibility of ${name}`).toEqual([]);
}

/** Fails the test on a script error or on anything the content security policy refused. */
export function watchForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) errors.push(message.text());
  });
  return errors;
}

/** Signs in from the first page, to the first screen. */
export async function signIn(page: Page, username: string, { look = false } = {}): Promise<void> {
  await page.goto('/');
  await passKeycloak(page, username, { look });
  await expect(page.getByRole('navigation', { name: 'Điều hướng chính' })).toBeVisible();
}

/** From a page that asks to sign in, over Keycloak's page, which asks for the user first when organizations are on. */
export async function passKeycloak(page: Page, username: string, { look = false } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  const user = page.locator('#username');
  await expect(user).toBeVisible();
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^vi/);
  if (look) await looksRight(page, 'keycloak-login');
  await user.fill(username);
  const password = page.locator('#password');
  if (!(await password.isVisible())) {
    await page.locator('#kc-login').click();
    await expect(password).toBeVisible();
    if (look) await looksRight(page, 'keycloak-password');
  }
  await password.fill(PASSWORD);
  await page.locator('#kc-login').click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Tài khoản|Account)/ }).click();
  await page.getByRole('button', { name: /^(Đăng xuất|Sign out)$/ }).click();
  await expect(page.getByRole('button', { name: /^(Đăng nhập|Sign in)$/ })).toBeVisible();
}

/** Closes the sheet over a page, and waits for the address that closing goes back to: a click before that would be lost. */
export async function closeSheet(page: Page): Promise<void> {
  const over = page.url();
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await expect(page).not.toHaveURL(over);
}

/** Opens the plan of a year from the list of plans. */
export async function openPlan(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The screen on a small laptop and on a telephone. */
export async function looksRightEverywhere(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1440, height: 1000 };
  await page.setViewportSize({ width: 1366, height: 768 });
  await looksRight(page, name);
  await page.setViewportSize({ width: 390, height: 844 });
  await looksRight(page, `${name}-phone`);
  await page.setViewportSize(before);
}

/** Opens a screen from the main navigation, where some stand behind the word of their group. */
export async function openScreen(page: Page, name: string, group: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Điều hướng chính' });
  const menu = navigation.getByRole('button', { name: 'Menu' });
  if ((await menu.isVisible()) && (await menu.getAttribute('aria-expanded')) === 'false') await menu.click();
  await navigation.getByRole('button', { name: group }).click();
  await navigation.getByRole('link', { name, exact: true }).click();
}
