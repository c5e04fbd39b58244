import { expect, type Page, test } from '@playwright/test';
import { looksRightEverywhere, openScreen, passKeycloak, signIn, signOut, watchForErrors } from './visit';

const FORM = 'Báo cáo tháng kinh tế - xã hội';
const UNIT = 'Sở Nông nghiệp và Phát triển nông thôn';
const OCTOBER = 'tháng 10/2026';
const SEPTEMBER = 'tháng 9/2026';

let errors: string[] = [];
test.beforeEach(({ page }) => {
  errors = watchForErrors(page);
});
test.afterEach(() => {
  expect(errors, 'script errors and policy violations').toEqual([]);
});

const cell = (page: Page, name: string) => page.getByRole('group', { name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function openReports(page: Page) {
  await page.getByRole('link', { name: 'Báo cáo số liệu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Báo cáo số liệu' })).toBeVisible();
  await expect(page.getByText('Đang tải…')).toHaveCount(0);
}

async function openReport(page: Page, period: string) {
  await openReports(page);
  await page.getByRole('link', { name: `Mở báo cáo ${FORM}, ${period}, ${UNIT}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${FORM}, ${period}` })).toBeVisible();
  await expect(page.getByText('Đang tải…')).toHaveCount(0);
}

async function giveReasons(page: Page, names: readonly string[]) {
  for (const name of names) {
    await cell(page, name).getByLabel('Chưa có số liệu').check();
    await cell(page, name).getByLabel('Chưa có số liệu vì…').fill('Chưa có số của các xã');
  }
}

test('an officer fills in the report of a unit and hands it in', async ({ page }) => {
  await signIn(page, 'lc.nongnghiep');
  await openReports(page);
  await expect(page.getByLabel('đơn vị của tôi')).toBeChecked();
  for (const word of ['đã duyệt', 'bị trả lại', 'chưa nộp', 'chưa đến hạn', 'trễ hạn', 'chưa bắt đầu'])
    await expect(page.getByRole('cell', { name: word, exact: true }).first()).toBeVisible();
  await looksRightEverywhere(page, 'reports');
  await page.getByLabel('tất cả đơn vị').check();
  await expect(page.getByRole('cell', { name: 'Sở Kế hoạch và Đầu tư' }).first()).toBeVisible();
  await page.getByLabel('đơn vị của tôi').check();

  await page.getByRole('button', { name: `Bắt đầu báo cáo ${FORM}, ${OCTOBER}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${FORM}, ${OCTOBER}` })).toBeVisible();
  await cell(page, 'Sản lượng thịt hơi xuất chuồng').getByLabel('Giá trị').fill('1.23');
  await press(page, 'Lưu nháp');
  await expect(page.getByText('Có ô chưa đúng', { exact: false })).toBeVisible();
  await expect(cell(page, 'Sản lượng thịt hơi xuất chuồng').getByLabel('Giá trị')).toBeFocused();
  await cell(page, 'Sản lượng thịt hơi xuất chuồng').getByLabel('Giá trị').fill('-7,5');
  await expect(page.getByText('Số này sẽ bị từ chối:')).toBeVisible();
  await press(page, 'Lưu nháp');
  await expect(page.getByText('Ô số 1: Số -7,5 thấp hơn 0', { exact: false })).toBeVisible();
  await looksRightEverywhere(page, 'report-blocked');
  await cell(page, 'Sản lượng thịt hơi xuất chuồng').getByLabel('Giá trị').fill('1.234,5');
  await expect(page.getByText('Hệ thống đọc là 1.234,5 nghìn tấn')).toBeVisible();
  await looksRightEverywhere(page, 'report-typed');

  // What is typed is not lost by a wrong click.
  await openScreen(page, 'Chỉ tiêu', 'Danh mục');
  const leaving = page.getByRole('dialog', { name: 'Có thay đổi chưa lưu' });
  await looksRightEverywhere(page, 'report-leave');
  await leaving.getByRole('button', { name: 'Ở lại' }).click();
  await expect(cell(page, 'Sản lượng thịt hơi xuất chuồng').getByLabel('Giá trị')).toHaveValue('1.234,5');

  await press(page, 'Gửi báo cáo');
  await expect(page.getByText('Còn 3 trong 4 ô', { exact: false })).toBeVisible();
  await expect(cell(page, 'Sản lượng thủy sản').getByLabel('Giá trị')).toBeFocused();
  await looksRightEverywhere(page, 'report-incomplete');
  await giveReasons(page, ['Sản lượng thủy sản', 'Diện tích rừng trồng', 'Số xã đạt chuẩn']);
  await press(page, 'Lưu nháp');
  await expect(page.getByText('Đã lưu nháp.')).toBeVisible();
  await page.getByLabel('Lời nhắn cho người duyệt').fill('Đã có số thịt hơi');
  await press(page, 'Gửi báo cáo');
  await expect(page.getByText('Đã gửi báo cáo.', { exact: false })).toBeVisible();
  await expect(cell(page, 'Sản lượng thủy sản')).toHaveCount(0);
  await looksRightEverywhere(page, 'report-submitted');
  await signOut(page);
});

test('what is typed stays when somebody else was faster', async ({ page, context }) => {
  await signIn(page, 'lc.nongnghiep');
  await openReport(page, SEPTEMBER);
  await cell(page, 'Sản lượng thủy sản').getByLabel('Ghi chú').fill('tôi gõ trước');

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Đăng nhập' }).click();
  await cell(other, 'Sản lượng thủy sản').getByLabel('Ghi chú').fill('người khác lưu trước');
  await other.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(other.getByText('Đã lưu nháp.')).toBeVisible();
  await other.close();

  await press(page, 'Lưu nháp');
  await expect(page.getByText('Báo cáo vừa được người khác sửa')).toBeVisible();
  await expect(page.getByText('người khác lưu trước')).toBeVisible();
  await expect(cell(page, 'Sản lượng thủy sản').getByLabel('Ghi chú')).toHaveValue('tôi gõ trước');
  await looksRightEverywhere(page, 'report-overtaken');
  await press(page, 'Lưu nháp');
  await expect(page.getByText('Đã lưu nháp.')).toBeVisible();
  await signOut(page);
});

test('an approver returns a report, approves it, locks, publishes and unlocks it', async ({ page }) => {
  await signIn(page, 'lc.duyet');
  await openReports(page);
  await expect(page.getByText(/^Báo cáo đang chờ duyệt: [1-9]/)).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText('đã gửi');
  await looksRightEverywhere(page, 'reports-approver');
  await openReport(page, OCTOBER);
  await press(page, 'Trả lại');
  await expect(page.getByText('Không được để trống.')).toBeVisible();
  await page.getByLabel('Ý kiến, lý do').fill('Xem lại số thịt hơi');
  await looksRightEverywhere(page, 'report-decide');
  await press(page, 'Trả lại');
  await expect(page.getByText('Báo cáo nay bị trả lại.')).toBeVisible();
  await signOut(page);

  await signIn(page, 'lc.nongnghiep');
  await page.getByRole('button', { name: /^Thông báo, [1-9]\d* chưa đọc$/ }).click();
  const told = page.getByRole('region', { name: 'Thông báo' });
  const returned = told
    .getByRole('listitem')
    .filter({ hasText: `đã trả lại báo cáo “${FORM}” kỳ ${OCTOBER}` });
  await returned.getByRole('link', { name: 'Mở báo cáo' }).click();
  await expect(page.getByText('Xem lại số thịt hơi')).toBeVisible();
  await cell(page, 'Sản lượng thịt hơi xuất chuồng').getByLabel('Giá trị').fill('1.235');
  await press(page, 'Gửi báo cáo');
  await expect(page.getByText('Đã gửi báo cáo.', { exact: false })).toBeVisible();
  await signOut(page);

  await signIn(page, 'lc.duyet');
  await openReport(page, OCTOBER);
  await press(page, 'Duyệt');
  await expect(page.getByText('Báo cáo nay đã duyệt.')).toBeVisible();
  await expect(page.getByText('Đã thành số liệu thực hiện của tỉnh.', { exact: false })).toHaveCount(1);
  await press(page, 'Khóa');
  await expect(page.getByText('Báo cáo nay đã khóa.')).toBeVisible();
  await expect(page.getByText('Bộ sẽ xem được các số liệu này.', { exact: false })).toBeVisible();
  await looksRightEverywhere(page, 'report-locked');
  await press(page, 'Công bố');
  await expect(page.getByText('Báo cáo nay đã công bố.')).toBeVisible();
  await page.getByLabel('Ý kiến, lý do').fill('Bộ yêu cầu rà soát');
  await press(page, 'Mở khóa');
  await expect(page.getByText('Báo cáo nay đã mở khóa.')).toBeVisible();
  await signOut(page);
});

test('a province admin sets up a form, changes it and moves a deadline', async ({ page }) => {
  await signIn(page, 'lc.quantri');
  await openScreen(page, 'Mẫu báo cáo', 'Thiết lập');
  await expect(page.getByRole('link', { name: FORM })).toBeVisible();
  await looksRightEverywhere(page, 'forms');

  await press(page, 'Thêm mẫu báo cáo');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Mã mẫu').fill('BC-HANH-TRINH');
  await sheet.getByLabel('Tên mẫu').fill('Báo cáo của hành trình');
  await sheet.getByLabel('Tên tiếng Anh').fill('Report of the journey');
  const line = (n: number) => sheet.getByRole('group', { name: `Dòng ${n}` });
  await line(1).getByLabel('Chỉ tiêu').fill('Số xã đạt chuẩn nông thôn mới');
  await page.keyboard.press('Enter');
  // By keys alone: a line is added, its indicator chosen, and the line removed again.
  await sheet.getByRole('button', { name: 'Thêm dòng' }).press('Enter');
  await expect(line(2).getByLabel('Chỉ tiêu')).toBeFocused();
  await page.keyboard.type('Sản lượng thịt hơi');
  await page.keyboard.press('Enter');
  await expect(line(2)).toContainText('Sản lượng thịt hơi xuất chuồng');
  await line(2).getByRole('button', { name: 'Bỏ dòng 2' }).press('Enter');
  await expect(line(2)).toHaveCount(0);
  await expect(sheet.getByRole('button', { name: 'Thêm dòng' })).toBeFocused();
  await sheet.getByLabel('Đơn vị báo cáo').fill('Sở Y tế');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await sheet.getByRole('button', { name: 'Thêm mẫu', exact: true }).click();
  await expect(
    sheet.getByText('chưa được giao báo cáo chỉ tiêu nào trong mẫu', { exact: false }),
  ).toBeVisible();
  await looksRightEverywhere(page, 'form-refused');
  await sheet.getByLabel('Đơn vị báo cáo').press('Backspace');
  await sheet.getByLabel('Đơn vị báo cáo').fill(UNIT);
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: 'Thêm mẫu', exact: true }).click();
  await expect(page.getByText('Đã thêm mẫu Báo cáo của hành trình.')).toBeVisible();
  await expect(sheet).toBeHidden();

  await page.getByRole('link', { name: 'Báo cáo của hành trình' }).click();
  await sheet.getByLabel('Hạn mới').fill('31/12/2026');
  await page.keyboard.press('Enter');
  await sheet.getByLabel('Lý do').fill('Nghỉ lễ');
  await sheet.getByRole('button', { name: 'Dời hạn' }).click();
  await expect(sheet.getByText('Đã dời hạn.')).toBeVisible();
  await expect(sheet.getByText('31/12/2026')).toBeVisible();
  await looksRightEverywhere(page, 'form');
  await sheet.getByLabel('Ngừng báo cáo theo mẫu này từ kỳ trên').check();
  await sheet.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  await expect(sheet.getByText('Đã lưu phiên bản mới của mẫu', { exact: false })).toBeVisible();
  await expect(sheet.getByText('Phiên bản 2', { exact: false })).toBeVisible();
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText('ngừng từ tháng 11/2026')).toBeVisible();
  await signOut(page);
});

test('the bell tells what is unread, in both languages, and only to users of a province', async ({
  page,
}) => {
  await signIn(page, 'lc.duyet');
  const bell = page.getByRole('button', { name: /^Thông báo, \d+ chưa đọc$/ });
  const unread = async () => Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0]);
  await expect.poll(unread).toBeGreaterThan(0);
  const before = await unread();
  await bell.click();
  const told = page.getByRole('region', { name: 'Thông báo' });
  await expect(told.getByText('đã gửi báo cáo', { exact: false }).first()).toBeVisible();
  await looksRightEverywhere(page, 'bell');
  await told.getByRole('listitem').filter({ hasText: 'chưa đọc' }).first().getByRole('link').click();
  await expect(told).toBeHidden();
  await expect.poll(unread).toBe(before - 1);
  await bell.click();
  await told.getByRole('button', { name: 'Đánh dấu đã đọc hết' }).click();
  await expect.poll(unread).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByRole('button', { name: 'Notifications, 0 unread' }).click();
  await expect(page.getByText('submitted the report', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: /Tiếng Việt/ }).click();
  await signOut(page);

  await page.goto('/');
  await passKeycloak(page, 'bo.xem');
  await expect(page.getByRole('navigation', { name: 'Điều hướng chính' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Thông báo/ })).toHaveCount(0);
});
