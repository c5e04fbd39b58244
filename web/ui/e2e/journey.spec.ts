import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  closeSheet,
  looksRight,
  looksRightEverywhere,
  openPlan,
  openScreen,
  passKeycloak,
  signIn,
  signOut,
  watchForErrors,
} from './visit';

const PLAN_2023 = /Kế hoạch phát triển kinh tế - xã hội.* 2023/;
const GROWTH = 'Tốc độ tăng trưởng kinh tế (GRDP)';
const INDUSTRY = 'Giá trị sản xuất công nghiệp';
const RETAIL = 'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ';

const rowOf = (page: Page, indicator: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').getByText(indicator, { exact: true }) })
    .first();

let errors: string[] = [];
test.beforeEach(({ page }) => {
  errors = watchForErrors(page);
});
test.afterEach(() => {
  expect(errors, 'script errors and policy violations').toEqual([]);
});

test('an officer of Lào Cai reads the plan of 2023 and why a target is at risk', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(page.getByRole('heading', { level: 1, name: 'Cột Mốc' })).toBeVisible();
  await looksRight(page, 'landing');

  await signIn(page, 'lc.chuyenvien', { look: true });
  await expect(page.getByText('Lào Cai', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Tính đến ngày')).toHaveValue('31/10/2023');
  await expect(page.getByRole('link', { name: PLAN_2023 }).first()).toBeVisible();
  await looksRight(page, 'plans');

  await openPlan(page, PLAN_2023);
  const row = rowOf(page, INDUSTRY);
  await expect(row).toContainText('trên 51.100 tỷ đồng');
  await expect(row).toContainText('35.164,5 tỷ đồng');
  await expect(row).toContainText('10 tháng 2023');
  await expect(row).toContainText('68,82 %');
  await expect(row).toContainText('có nguy cơ không đạt');
  await expect(page.getByText('Hệ thống chưa tự đánh giá kế hoạch này.')).toBeVisible();
  await looksRight(page, 'scorecard');

  await row.getByRole('button', { name: `Xem nguyên văn: ${INDUSTRY}` }).click();
  await expect(page.getByText('“Giá trị sản xuất công nghiệp hơn 51.100 tỷ đồng”').first()).toBeVisible();
  await expect(page.getByText('tạm chia đều').first()).toBeVisible();
  await looksRight(page, 'scorecard-wording');

  await row.getByRole('link', { name: `Vì sao xếp loại: ${INDUSTRY}` }).click();
  const why = page.getByRole('dialog');
  await expect(why.getByText('có nguy cơ không đạt', { exact: true })).toBeVisible();
  await expect(why.getByRole('heading', { name: 'Ngưỡng đã dùng' })).toBeVisible();
  await expect(why.getByRole('heading', { name: 'Triển vọng đến hết kỳ' })).toBeVisible();
  await expect(why.getByText('Chưa đủ số liệu', { exact: false }).first()).toBeVisible();
  await looksRight(page, 'why');
  await why.getByRole('button', { name: 'Đóng' }).click();
  await expect(why).toBeHidden();

  // A tile narrows the table, the search finds without diacritics, and both end by one button.
  await page.getByRole('button', { name: /có nguy cơ không đạt/ }).click();
  await expect(row).toBeVisible();
  await page.getByLabel('Tìm chỉ tiêu').fill('cong nghiep');
  await expect(row).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();

  await row.getByRole('link', { name: `Số liệu: ${INDUSTRY}` }).click();
  const figures = page.getByRole('dialog');
  await expect(figures.getByText('35.164,5 tỷ đồng').first()).toBeVisible();
  await figures.getByLabel('Giá trị', { exact: true }).fill('1.234');
  await expect(figures.getByText('Hệ thống đọc là 1.234 tỷ đồng')).toBeVisible();
  await figures.getByLabel('Giá trị', { exact: true }).fill('35164.5');
  await expect(figures.getByText('Hãy gõ 35164,5.', { exact: false })).toHaveCount(1);
  await looksRight(page, 'figures');
  await figures.getByRole('button', { name: 'Đóng' }).click();
  await expect(figures).toBeHidden();

  for (const [link, name] of [
    ['Phát biểu nguồn', 'plan-statements'],
    ['Kết quả đã lưu', 'runs'],
  ] as const) {
    await page.getByRole('link', { name: link }).click();
    await expect(page.getByRole('link', { name: link })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByText('Đang tải…')).toHaveCount(0);
    await looksRight(page, name);
  }
  for (const [link, group, name] of [
    ['Phát biểu', 'Danh mục', 'statements'],
    ['Chỉ tiêu', 'Danh mục', 'indicators'],
    ['Ngưỡng đánh giá', 'Thiết lập', 'thresholds-read-only'],
    ['Đơn vị', 'Danh mục', 'units-read-only'],
    ['Địa bàn', 'Danh mục', 'areas-read-only'],
  ] as const) {
    await openScreen(page, link, group);
    await expect(page.getByRole('heading', { level: 1, name: link })).toBeVisible();
    await expect(page.getByText('Đang tải…')).toHaveCount(0);
    await looksRight(page, name);
  }
});

test('the screens speak English by a switch and Vietnamese again', async ({ page }) => {
  await signIn(page, 'lc.chuyenvien');
  await openPlan(page, PLAN_2023);
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByText('more than 51,100 billion VND')).toBeVisible();
  await expect(page.getByText('68.82 %')).toBeVisible();
  await expect(page.getByRole('row').getByText('at risk', { exact: true }).first()).toBeVisible();
  await looksRight(page, 'scorecard-english');

  // The choice is kept over a reload.
  await page.reload();
  await expect(page.getByRole('link', { name: 'National overview' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
  await page.getByRole('button', { name: /Tiếng Việt/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await expect(rowOf(page, INDUSTRY)).toContainText('có nguy cơ không đạt');
  await signOut(page);
});

test('another day is looked from, and the day stays in the address', async ({ page }) => {
  await signIn(page, 'lc.xem');
  await openPlan(page, PLAN_2023);
  const asOf = page.getByLabel('Tính đến ngày');
  await asOf.fill('31/12/2022');
  await asOf.press('Enter');
  await expect(page).toHaveURL(/asOf=2022-12-31/);
  await expect(rowOf(page, INDUSTRY)).toContainText('chưa có số liệu');
  await openScreen(page, 'Chỉ tiêu', 'Danh mục');
  await expect(page).toHaveURL(/asOf=2022-12-31/);
  // What is no day is said, and which day is used instead; the field shows that one again.
  await asOf.fill('hôm qua');
  await asOf.press('Tab');
  await expect(page.getByRole('alert')).toContainText('Không hiểu “hôm qua” là ngày nào');
  await expect(page.getByRole('alert')).toContainText('31/12/2022');
  await expect(asOf).toHaveValue('31/12/2022');
  await page.getByRole('button', { name: 'Giữ ngày 31/12/2022' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  // A viewer may not store results.
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await openPlan(page, PLAN_2023);
  await expect(page.getByRole('button', { name: 'Lưu kết quả đánh giá' })).toHaveCount(0);
});

test('an address opened before signing in is where one arrives, a wrong day in it is said', async ({
  page,
}) => {
  await signIn(page, 'lc.xem');
  await openPlan(page, PLAN_2023);
  const plan = new URL(page.url()).pathname;
  await signOut(page);

  await page.goto(`${plan}?asOf=2022-12-31`);
  await passKeycloak(page, 'lc.xem');
  await expect(page.getByRole('heading', { level: 1, name: PLAN_2023 })).toBeVisible();
  await expect(page).toHaveURL(`${plan}?asOf=2022-12-31`);
  await expect(page.getByLabel('Tính đến ngày')).toHaveValue('31/12/2022');

  await page.goto(`${plan}?asOf=banana`);
  await expect(page.getByRole('alert')).toContainText('Không hiểu “banana” là ngày nào');
  await expect(page.getByLabel('Tính đến ngày')).toHaveValue('31/10/2023');
  await looksRight(page, 'wrong-day');
  await page.getByRole('button', { name: 'Giữ ngày 31/10/2023' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page).toHaveURL(/asOf=2023-10-31/);
  await signOut(page);
});

test('somebody of two provinces chooses one and changes to the other without a password', async ({
  page,
}) => {
  await page.goto('/');
  await passKeycloak(page, 'hai.tinh');
  await expect(page.getByRole('heading', { name: 'Chọn tỉnh, thành phố để làm việc' })).toBeVisible();
  await looksRight(page, 'choose-province');
  await page.getByRole('button', { name: 'Điện Biên' }).click();
  await expect(page.locator('.place')).toHaveText('Điện Biên');

  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await looksRight(page, 'user-menu');
  await page.getByRole('button', { name: 'Chuyển sang Lào Cai' }).click();
  await expect(page.locator('.place')).toHaveText('Lào Cai');
  await expect(page.getByRole('link', { name: PLAN_2023 }).first()).toBeVisible();
  await page.reload();
  await expect(page.locator('.place')).toHaveText('Lào Cai');
  await signOut(page);

  await page.goto('/');
  await passKeycloak(page, 'khong.tinh');
  await expect(page.getByRole('heading', { name: /chưa thuộc tỉnh, thành phố nào/ })).toBeVisible();
  await looksRight(page, 'no-province');
});

test('an officer of Điện Biên sees only Điện Biên', async ({ page }) => {
  await signIn(page, 'db.chuyenvien');
  await expect(page.getByText('Điện Biên', { exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await expect(page.getByText('Lào Cai')).toHaveCount(0);
  await looksRight(page, 'plans-dien-bien');

  await page.goto('/overview');
  await expect(page.getByRole('heading', { name: 'Bạn không có quyền xem trang này' })).toBeVisible();
  await looksRight(page, 'not-allowed');
  await signOut(page);
});

test('a rule author of Lào Cai changes a threshold, watches a rating change, and changes it back', async ({
  page,
}) => {
  await signIn(page, 'lc.quytac');
  await openPlan(page, PLAN_2023);
  await expect(rowOf(page, INDUSTRY)).toContainText('có nguy cơ không đạt');

  await setBehindFrom(page, '80', 'threshold-editor');
  await page.getByRole('link', { name: 'Xem kế hoạch' }).click();
  await openPlan(page, PLAN_2023);
  await expect(rowOf(page, INDUSTRY)).toContainText('chậm tiến độ');
  await looksRight(page, 'scorecard-after-threshold');

  await setBehindFrom(page, '90', 'threshold-editor-again');
  await page.getByRole('link', { name: 'Xem kế hoạch' }).click();
  await openPlan(page, PLAN_2023);
  await expect(rowOf(page, INDUSTRY)).toContainText('có nguy cơ không đạt');
  await signOut(page);
});

/** Types into the cell of a line of the thresholds, counted from 0. */
async function typeInto(page: Page, line: Locator, cell: number, text: string) {
  await line.getByRole('gridcell').nth(cell).click();
  await line.getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
}

/** Saves what was typed into cells. */
async function saveThresholds(page: Page, reason: string, picture: string) {
  const bar = page.getByRole('form', { name: 'Lưu các ngưỡng đã sửa' });
  await bar.getByLabel('Lý do thay đổi').fill(reason);
  await looksRight(page, picture);
  await bar.getByRole('button', { name: /^Lưu ngưỡng/ }).click();
}

/** The indicator's own threshold, made or edited: below this share of the expected path a target is at risk. */
async function setBehindFrom(page: Page, perCent: string, picture: string) {
  await openScreen(page, 'Ngưỡng đánh giá', 'Thiết lập');
  await typeInto(page, rowOf(page, INDUSTRY), 3, perCent);
  await saveThresholds(page, `Thử ngưỡng ${perCent} % cho hành trình kiểm thử`, picture);
  await expect(page.getByText('Xếp loại đang được tính lại.', { exact: false })).toBeVisible();
}

test('a rule author sets a threshold for one place, and one that will hold later', async ({ page }) => {
  await signIn(page, 'lc.quytac');
  await openScreen(page, 'Ngưỡng đánh giá', 'Thiết lập');
  await page
    .getByRole('button', { name: `Thêm ngưỡng riêng của một địa bàn: ${INDUSTRY}`, exact: true })
    .click();
  await page.getByLabel('Địa bàn áp dụng').selectOption({ index: 1 });
  const line = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').getByText(new RegExp(`^${INDUSTRY}, `)) })
    .first();
  await expect(line).toContainText('theo ngưỡng');
  await typeInto(page, line, 6, '90');
  await expect(page.getByText('Hai mức xác suất phải', { exact: false })).toBeVisible();
  await typeInto(page, line, 6, '30');
  await expect(page.getByText('Hai mức xác suất phải', { exact: false })).toHaveCount(0);
  await saveThresholds(page, 'Thử ngưỡng riêng của một địa bàn', 'threshold-place');
  await expect(page.getByText('Đã lưu ngưỡng', { exact: false })).toBeVisible();
  await expect(line).toContainText('riêng địa bàn');

  // Keys do the same; what is typed can be taken back.
  await line.getByRole('gridcell').nth(6).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('55');
  await page.keyboard.press('Escape');
  await expect(line.getByRole('gridcell').nth(6)).toHaveText('30 %');
  await page.keyboard.type('25');
  await page.keyboard.press('Tab');
  await expect(line.getByRole('gridcell').nth(7)).toBeFocused();

  // What will hold later does not take the place of what holds.
  const day = page.getByRole('form', { name: 'Lưu các ngưỡng đã sửa' }).getByLabel('Áp dụng từ');
  await day.fill('01/01/2031');
  await day.press('Enter');
  await saveThresholds(page, 'Chuẩn bị cho năm 2031', 'threshold-later');
  await expect(page.getByText('Trước ngày đó xếp loại không đổi.', { exact: false })).toBeVisible();
  await expect(line.getByRole('gridcell').nth(6)).toHaveText('30 %');
  await expect(line).toContainText('từ 01/01/2031: Khó đạt nếu dưới 25 %');
  await line.getByRole('button', { name: /^Các bản đã ghi/ }).click();
  await expect(page.getByText('sắp áp dụng', { exact: true })).toBeVisible();
  await looksRight(page, 'thresholds-place');
  await signOut(page);
});

test('the ministry sees one row a province', async ({ page }) => {
  await signIn(page, 'bo.xem');
  await expect(page.getByRole('heading', { level: 1, name: 'Tổng quan toàn quốc' })).toBeVisible();
  for (const province of ['Lào Cai', 'Điện Biên', 'Lai Châu'])
    await expect(page.getByRole('rowheader', { name: province, exact: true })).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Kế hoạch', exact: true })).toHaveCount(0);
  await page.getByText(/^Lào Cai \(\d+\)$/).click();
  const latest = page.getByRole('region', { name: 'Số liệu mới nhất khác đã công bố: Lào Cai' });
  await expect(latest.getByRole('row').nth(1)).toBeVisible();
  await looksRight(page, 'overview');
  await page.getByText(/^Lào Cai \(\d+\)$/).click();

  // On a smaller screen the table scrolls sideways, by keys too, and says so.
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(page.getByText('Bảng rộng hơn màn hình', { exact: false })).toBeVisible();
  const table = page.getByRole('region', { name: 'Tổng quan toàn quốc' });
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  await signOut(page);
});

test('a province admin amends targets and a platform admin opens provinces', async ({ page }) => {
  await signIn(page, 'lc.quantri');
  await openPlan(page, PLAN_2023);
  await page.getByRole('link', { name: `Điều chỉnh chỉ tiêu: ${INDUSTRY}` }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('Giao lần đầu')).toBeVisible();
  await looksRight(page, 'amend');
  await sheet.getByRole('button', { name: 'Điều chỉnh chỉ tiêu', exact: true }).click();
  const decided = sheet.locator('.ant-form-item').filter({ has: page.getByLabel('Ngày ban hành văn bản') });
  await expect(decided).toContainText('kể từ ngày này');
  await expect(decided).toContainText('Không được để trống.');
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await expect(sheet).toBeHidden();
  await openScreen(page, 'Chỉ tiêu', 'Danh mục');
  await page.getByRole('button', { name: 'Thêm chỉ tiêu của tỉnh' }).click();
  await expect(page.getByRole('dialog').getByLabel('Định nghĩa')).toBeVisible();
  await looksRight(page, 'add-indicator');
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: `Sửa chỉ tiêu: ${GROWTH}` }).click();
  await sheet.getByLabel('Chỉ tiêu thay thế').fill('Chỉ số sản xuất công nghiệp');
  await page.keyboard.press('Enter');
  await looksRight(page, 'correct-indicator');
  await sheet.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText(`Đã sửa chỉ tiêu ${GROWTH}.`)).toBeVisible();
  await expect(sheet).toBeHidden();
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await openPlan(page, PLAN_2023);
  await page.getByRole('link', { name: 'Kiểm tra khớp' }).click();
  await page
    .getByRole('link', { name: `${GROWTH}, năm 2023` })
    .first()
    .click();
  await expect(
    sheet.getByRole('heading', { name: 'Chỉ tiêu thay thế: Chỉ số sản xuất công nghiệp (IIP)' }),
  ).toBeVisible();
  await expect(sheet.getByText('không dùng để chấm điểm', { exact: false })).toBeVisible();
  await looksRight(page, 'target-proxy');
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await signOut(page);

  await signIn(page, 'nen.tang');
  await expect(page.getByRole('heading', { level: 1, name: 'Tỉnh, thành phố' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Lào Cai' })).toBeVisible();
  // A platform's screens are of today: there is no day to choose.
  await expect(page.getByLabel('Tính đến ngày')).toHaveCount(0);
  await looksRight(page, 'provinces');
  await page.getByRole('button', { name: 'Mở tỉnh mới' }).click();
  await expect(page.getByRole('dialog').getByLabel('Mã định danh')).toBeVisible();
  await looksRight(page, 'open-province');
});

test('a province admin assigns an indicator to a unit, whose officer may then enter it and nothing else', async ({
  page,
}) => {
  await signIn(page, 'lc.nongnghiep');
  await figuresOf(page, RETAIL);
  const figures = page.getByRole('dialog');
  await expect(figures.getByText('chưa được giao báo cáo chỉ tiêu này', { exact: false })).toBeVisible();
  await expect(figures.getByRole('button', { name: 'Thêm số liệu' })).toHaveCount(0);
  await looksRight(page, 'figures-not-assigned');
  await closeSheet(page);
  await signOut(page);

  await signIn(page, 'lc.quantri');
  await openUnit(page, 'units');
  const unit = page.getByRole('dialog');
  await unit.getByLabel('Chỉ tiêu', { exact: true }).fill(RETAIL);
  await page.keyboard.press('Enter');
  await looksRight(page, 'unit');
  await unit.getByRole('button', { name: 'Giao chỉ tiêu' }).click();
  await expect(unit.getByRole('button', { name: `Thu hồi: ${RETAIL}` })).toBeVisible();
  await unit.getByRole('button', { name: 'Đóng' }).click();
  await expect(unit).toBeHidden();
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await expect(page.getByRole('dialog').getByLabel('Tên đơn vị')).toBeVisible();
  await looksRight(page, 'add-unit');
  await unit.getByRole('button', { name: 'Đóng' }).click();
  await expect(unit).toBeHidden();
  await signOut(page);

  await signIn(page, 'lc.nongnghiep');
  await figuresOf(page, RETAIL);
  await figures.getByLabel('Giá trị', { exact: true }).fill('32.234,9');
  await figures.getByLabel('Nguồn', { exact: false }).first().fill('Hành trình kiểm thử');
  await figures.getByRole('button', { name: 'Thêm số liệu' }).click();
  await expect(figures.getByText('Đã thêm số liệu mới.', { exact: false })).toBeVisible();
  await figures.getByRole('button', { name: 'Đóng' }).click();
  await expect(figures).toBeHidden();
  await rowOf(page, INDUSTRY)
    .getByRole('link', { name: `Số liệu: ${INDUSTRY}` })
    .click();
  await expect(figures.getByText('chưa được giao báo cáo chỉ tiêu này', { exact: false })).toBeVisible();
  await closeSheet(page);
  await signOut(page);

  await signIn(page, 'lc.quantri');
  await openUnit(page, 'units-again');
  await unit.getByRole('button', { name: `Thu hồi: ${RETAIL}` }).click();
  await expect(unit.getByRole('button', { name: `Thu hồi: ${RETAIL}` })).toHaveCount(0);
  await unit.getByRole('button', { name: 'Đóng' }).click();
  await expect(unit).toBeHidden();
  await signOut(page);
});

async function figuresOf(page: Page, indicator: string) {
  await openPlan(page, PLAN_2023);
  await rowOf(page, indicator)
    .getByRole('link', { name: `Số liệu: ${indicator}` })
    .click();
}

async function openUnit(page: Page, picture: string) {
  await openScreen(page, 'Đơn vị', 'Danh mục');
  await expect(page.getByRole('heading', { level: 1, name: 'Đơn vị' })).toBeVisible();
  await expect(page.getByText('Đang tải…')).toHaveCount(0);
  await looksRight(page, picture);
  await page.getByRole('link', { name: 'Sở Nông nghiệp và Phát triển nông thôn' }).click();
  await expect(page.getByRole('dialog').getByText('lc.nongnghiep', { exact: true })).toBeVisible();
}

test('areas end on the day of the reform, and their history tells why', async ({ page }) => {
  await signIn(page, 'lc.quantri');
  await openScreen(page, 'Địa bàn', 'Danh mục');
  const town = page.getByRole('rowheader', { name: 'Thị xã Sa Pa' });
  await expect(town).toBeVisible();
  const asOf = page.getByLabel('Tính đến ngày');
  await asOf.fill('01/07/2025');
  await asOf.press('Enter');
  await expect(town).toHaveCount(0);
  await page.getByLabel('Cả địa bàn không còn hoặc chưa có vào ngày này').check();
  await expect(town).toBeVisible();
  await looksRight(page, 'areas');
  await town.getByRole('link').click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText('kết thúc hoạt động', { exact: true })).toBeVisible();
  await expect(sheet.getByText('Nghị quyết số 203/2025/QH15', { exact: false })).toBeVisible();
  await looksRight(page, 'area');
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: 'Ghi sắp xếp địa bàn' }).click();
  await sheet.getByRole('button', { name: 'Thêm địa bàn mới' }).click();
  await expect(sheet.getByLabel('Tên địa bàn')).toBeVisible();
  await looksRight(page, 'succession');
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await expect(sheet).toBeHidden();
  await page.getByRole('button', { name: 'Thêm địa bàn' }).click();
  await expect(sheet.getByLabel('Tên địa bàn')).toBeVisible();
  await looksRight(page, 'add-area');
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await looksRight(page, 'areas-phone');
  await openScreen(page, 'Đơn vị', 'Danh mục');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await looksRight(page, 'units-phone');
});

test('what the texts of a plan say differently stands side by side', async ({ page }) => {
  await signIn(page, 'lc.xem');
  await openPlan(page, PLAN_2023);
  await page.getByRole('link', { name: 'Kiểm tra khớp' }).click();
  await expect(page.getByRole('heading', { name: 'Hai cấp giao khác nhau' })).toHaveCount(2);
  await expect(page.getByText('còn 207.000 tỷ đồng cho 4 năm', { exact: false })).toBeVisible();
  await looksRight(page, 'coherence');
  await page.setViewportSize({ width: 390, height: 844 });
  await looksRight(page, 'coherence-phone');
  await page.getByRole('link', { name: 'Tốc độ tăng trưởng kinh tế (GRDP), năm 2023' }).first().click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: 'Tiến độ dự kiến' })).toBeVisible();
  await expect(sheet.getByText('không tự giả định tiến độ nào', { exact: false })).toBeVisible();
  await looksRight(page, 'target-phone');
});

test('a plan is drawn up, its target sub-assigned, reconciled, amended, and rated by what was first set', async ({
  page,
}) => {
  const REVENUE = 'Thu ngân sách nhà nước trên địa bàn';
  const PLAN = 'Kế hoạch của hành trình';
  const sheet = page.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await sheet.getByLabel(label, { exact: true }).fill(option);
    await page.keyboard.press('Enter');
  };
  const dayOf = async (label: string, day: string) => {
    await sheet.getByLabel(label, { exact: true }).fill(day);
    await page.keyboard.press('Enter');
  };

  await signIn(page, 'lc.quantri');
  await openScreen(page, 'Văn bản', 'Danh mục');
  await page.getByRole('button', { name: 'Thêm văn bản' }).click();
  await sheet.getByLabel('Số, ký hiệu').fill('1/NQ-TH');
  await dayOf('Ngày ban hành', '09/12/2022');
  await sheet.getByLabel('Cơ quan ban hành').fill('Hội đồng nhân dân tỉnh');
  await sheet.getByLabel('Trích yếu').fill('Nghị quyết của hành trình');
  await looksRight(page, 'add-instrument');
  await sheet.getByRole('button', { name: 'Thêm văn bản' }).click();
  await expect(page.getByText('Đã thêm văn bản 1/NQ-TH.')).toBeVisible();
  await expect(sheet).toBeHidden();
  await looksRight(page, 'instruments');

  // The number was mistyped: it is mended with a reason, and the trail keeps what stood there.
  await page.getByRole('button', { name: 'Sửa văn bản: 1/NQ-TH' }).click();
  await expect(sheet.getByLabel('Số, ký hiệu')).toHaveValue('1/NQ-TH');
  await sheet.getByLabel('Số, ký hiệu').fill('1/NQ-HT');
  await sheet.getByRole('button', { name: 'Lưu chỗ sửa' }).click();
  await expect(sheet.getByText('Không được để trống.')).toBeVisible();
  await sheet.getByLabel('Lý do sửa').fill('Gõ nhầm ký hiệu');
  await looksRight(page, 'correct-instrument');
  await sheet.getByRole('button', { name: 'Lưu chỗ sửa' }).click();
  await expect(page.getByText('Đã sửa văn bản 1/NQ-HT.')).toBeVisible();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('rowheader', { name: '1/NQ-HT', exact: true })).toBeVisible();
  await openScreen(page, 'Nhật ký', 'Quản trị');
  const correction = page
    .getByRole('row')
    .filter({ has: page.locator('del').filter({ hasText: '1/NQ-TH' }) });
  await correction.locator('summary').click();
  await expect(correction.locator('ins').filter({ hasText: '1/NQ-HT' })).toBeVisible();
  await expect(correction.locator('ins').filter({ hasText: 'Gõ nhầm ký hiệu' })).toBeVisible();

  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await sheet.getByLabel('Kỳ', { exact: true }).fill('2030');
  await sheet.getByLabel('Tên kế hoạch').fill(PLAN);
  await looksRight(page, 'draw-up-plan');
  await sheet.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: PLAN })).toBeVisible();

  await page.getByRole('link', { name: 'Thêm chỉ tiêu' }).click();
  await choose('Chỉ tiêu', REVENUE);
  await sheet.getByLabel('Giá trị', { exact: true }).fill('100');
  await sheet.getByLabel('Nguyên văn').fill('Thu ngân sách 100 tỷ đồng');
  await sheet.getByLabel('Nguồn', { exact: true }).fill('Hành trình kiểm thử');
  await looksRight(page, 'new-target');
  await sheet.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
  await expect(sheet.getByText('“Thu ngân sách 100 tỷ đồng”').first()).toBeVisible();
  await looksRight(page, 'target');

  await sheet.getByText('Nêu kịch bản', { exact: true }).click();
  await sheet.getByRole('button', { name: 'Thêm mốc' }).click();
  await sheet.getByLabel('Kỳ', { exact: true }).fill('2030-H1');
  await sheet.getByLabel('Mức dự kiến').fill('45');
  await sheet.getByLabel('Nguồn của kịch bản').fill('Hành trình kiểm thử');
  await sheet.getByLabel('Lý do nêu hoặc sửa kịch bản').fill('Theo mùa thu');
  await looksRight(page, 'trajectory-form');
  await sheet.getByRole('button', { name: 'Lưu kịch bản' }).click();
  await expect(sheet.getByText('Theo kịch bản đã nêu, phiên bản 1.', { exact: false })).toBeVisible();
  await expect(sheet.getByRole('row', { name: '6 tháng đầu năm 2030' })).toContainText('45 tỷ đồng');
  await looksRight(page, 'trajectory');

  await sheet.getByRole('link', { name: 'Phân bổ' }).click();
  await choose('Giao cho đơn vị', 'Sở Nông nghiệp');
  await sheet.getByLabel('Giá trị', { exact: true }).fill('60');
  await sheet.getByLabel('Nguyên văn').fill('Sở thu 60 tỷ đồng');
  await sheet.getByLabel('Nguồn', { exact: true }).fill('Hành trình kiểm thử');
  await sheet.getByRole('button', { name: 'Phân bổ' }).click();
  await expect(sheet.getByText('Chênh lệch', { exact: true })).toBeVisible();
  await expect(sheet.getByText('Mọi phần đều được cộng.')).toBeVisible();
  await looksRight(page, 'reconciliation');
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await expect(sheet).toBeHidden();

  const row = rowOf(page, REVENUE);
  await row.getByRole('link', { name: `Điều chỉnh chỉ tiêu: ${REVENUE}` }).click();
  await sheet.getByLabel('Giá trị', { exact: true }).fill('120');
  await sheet.getByLabel('Nguồn (văn bản điều chỉnh)').fill('Nghị quyết của hành trình');
  await dayOf('Ngày ban hành văn bản', '01/05/2023');
  await sheet.getByLabel('Lý do điều chỉnh').fill('Vượt thu');
  await sheet.getByRole('button', { name: 'Điều chỉnh chỉ tiêu' }).click();
  await expect(sheet.getByText('Đã điều chỉnh chỉ tiêu.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await expect(sheet).toBeHidden();
  await expect(row).toContainText('120 tỷ đồng');
  await page.getByLabel('chỉ tiêu ban đầu').check();
  await expect(page).toHaveURL(/aims=original/);
  await expect(row).toContainText('100 tỷ đồng');
  await looksRight(page, 'scorecard-original');

  await page.getByRole('link', { name: 'Quá trình' }).click();
  await page.getByLabel('Văn bản quyết định').fill('1/NQ-HT');
  await page.keyboard.press('Enter');
  await page.getByLabel('Ngày quyết định').fill('10/12/2022');
  await page.keyboard.press('Enter');
  await looksRight(page, 'plan-life');
  await page.getByRole('button', { name: 'Ghi bước này' }).click();
  await expect(page.getByText('1/NQ-HT', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('10/12/2022')).toBeVisible();
});

test('a province admin decides how figures are checked, and an officer is warned while typing', async ({
  page,
}) => {
  await signIn(page, 'lc.quantri');
  await openScreen(page, 'Kiểm tra số liệu', 'Thiết lập');
  await expect(page.getByText('mặc định của hệ thống').first()).toBeVisible();
  await page.getByRole('button', { name: 'Sửa cách kiểm tra: Mức chung của tỉnh, thành phố' }).click();
  const editor = page.getByRole('dialog');
  await editor.getByLabel('Biến động lớn nhất').fill('40');
  await editor.getByLabel('Lý do thay đổi').fill('Thử cho hành trình kiểm thử');
  await looksRight(page, 'checks-editor');
  await editor.getByRole('button', { name: 'Lưu cách kiểm tra' }).click();
  await expect(page.getByText('Đã lưu cách kiểm tra.')).toBeVisible();
  await expect(page.getByText('quá 40,0 %')).toBeVisible();
  await looksRight(page, 'checks');
  await page.setViewportSize({ width: 390, height: 844 });
  await looksRight(page, 'checks-phone');
  await page.setViewportSize({ width: 1366, height: 768 });
  await signOut(page);

  await signIn(page, 'lc.chuyenvien');
  await openPlan(page, PLAN_2023);
  await rowOf(page, INDUSTRY)
    .getByRole('link', { name: `Số liệu: ${INDUSTRY}` })
    .click();
  const figures = page.getByRole('dialog');
  await figures.getByLabel('Giá trị', { exact: true }).fill('-5');
  await expect(figures.getByText('Số này sẽ bị từ chối:')).toBeVisible();
  await expect(figures.getByText('thấp hơn mức thấp nhất', { exact: false })).toBeVisible();
  await looksRight(page, 'figure-refused');
  await closeSheet(page);
  await signOut(page);
});

test('an officer sees what follows of a year, enters a figure by the legal calendar and withdraws it', async ({
  page,
}) => {
  await signIn(page, 'lc.chuyenvien');
  await openPlan(page, PLAN_2023);
  await rowOf(page, RETAIL)
    .getByRole('link', { name: `Số liệu: ${RETAIL}` })
    .click();
  const figures = page.getByRole('dialog');
  await expect(figures.getByRole('heading', { name: 'Diễn biến năm 2023', exact: true })).toBeVisible();
  await figures.getByLabel('Kỳ số liệu').click();
  await page.getByTitle('9 tháng 2023', { exact: true }).click();
  await figures.getByLabel('Lịch của kỳ').click();
  await page.getByTitle('kỳ báo cáo từ ngày 15 đến ngày 14').click();
  await expect(figures.getByText('9 tháng 2023 (15/12/2022–14/09/2023)')).toBeVisible();
  await figures.getByLabel('Giá trị', { exact: true }).fill('2.500');
  await figures.getByLabel('Nguồn').fill('Báo cáo thử');
  await figures.getByRole('button', { name: 'Thêm số liệu' }).click();
  await expect(figures.getByText('Đã thêm số liệu mới.', { exact: false })).toBeVisible();
  const entered = figures.locator('li').filter({ hasText: 'Báo cáo thử' });
  await expect(figures.getByRole('heading', { name: '9 tháng 2023 (15/12/2022–14/09/2023)' })).toBeVisible();
  await expect(figures.getByText('kỳ báo cáo từ ngày 15 đến ngày 14', { exact: false }).last()).toBeVisible();
  await looksRight(page, 'figure-course');
  await entered.getByRole('button', { name: 'Xem tệp minh chứng' }).click();
  await expect(entered.getByText('Chưa có tệp nào.')).toBeVisible();
  await entered.getByLabel('Đính kèm tệp', { exact: false }).setInputFiles({
    name: 'báo cáo.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Kỳ;Số liệu\n2023-09;2500\n'),
  });
  const file = entered.getByRole('button', { name: 'báo cáo.csv' });
  await expect(file).toBeVisible();
  await file.scrollIntoViewIfNeeded();
  await looksRight(page, 'figure-evidence');
  const [saved] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(saved.suggestedFilename()).toBe('báo cáo.csv');
  await entered.getByRole('button', { name: 'Rút số này' }).click();
  await entered.getByLabel('Lý do rút').fill('Nhập thử');
  await entered.scrollIntoViewIfNeeded();
  await looksRight(page, 'figure-withdraw');
  await entered.getByRole('button', { name: 'Rút số liệu' }).click();
  await expect(entered.getByText('Đã rút ngày', { exact: false })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await entered.scrollIntoViewIfNeeded();
  await looksRight(page, 'figure-withdrawn-phone');
  await page.setViewportSize({ width: 1366, height: 768 });
  await closeSheet(page);
  await signOut(page);
});

test('a province admin attaches the paper itself to an instrument', async ({ page }) => {
  await signIn(page, 'lc.quantri');
  await openScreen(page, 'Văn bản', 'Danh mục');
  await page.getByRole('button', { name: 'Xem tệp minh chứng' }).first().click();
  await page.getByLabel('Đính kèm tệp', { exact: false }).setInputFiles({
    name: 'Nghị quyết.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 nghị quyết'),
  });
  await expect(page.getByRole('button', { name: 'Nghị quyết.pdf' })).toBeVisible();
  await page.getByLabel('Đính kèm tệp', { exact: false }).setInputFiles({
    name: 'lạ.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from([77, 90, 0, 1]),
  });
  await expect(page.getByText('Không phải tài liệu được nhận')).toBeVisible();
  await looksRight(page, 'instrument-evidence');
  await signOut(page);
});

test('a province admin takes everything along, and a province that has something takes no archive', async ({
  page,
}) => {
  await signIn(page, 'lc.quantri');
  await openScreen(page, 'Lưu trữ', 'Quản trị');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất ngay' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^lao-cai-\d{4}-\d{2}-\d{2}\.zip$/);
  await page.getByLabel('Tệp lưu trữ (zip)').setInputFiles(await saved.path());
  await expect(page.getByText('Tỉnh đã có dữ liệu')).toBeVisible();
  await looksRightEverywhere(page, 'archive');
  await signOut(page);
});

test('the navigation is one row on a small laptop and one button on a telephone', async ({ page }) => {
  await signIn(page, 'lc.quantri');
  const navigation = page.getByRole('navigation', { name: 'Điều hướng chính' });
  await page.setViewportSize({ width: 1280, height: 800 });
  const box = await navigation.boundingBox();
  expect(box?.height, 'one row').toBeLessThan(60);
  await navigation.getByRole('button', { name: 'Danh mục' }).press('Enter');
  await expect(navigation.getByRole('link', { name: 'Chỉ tiêu', exact: true })).toBeVisible();
  await looksRight(page, 'navigation-group');
  await page.keyboard.press('Escape');
  await expect(navigation.getByRole('link', { name: 'Chỉ tiêu', exact: true })).toBeHidden();
  await expect(navigation.getByRole('button', { name: 'Danh mục' })).toBeFocused();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(navigation.getByRole('link', { name: 'Kế hoạch', exact: true })).toBeHidden();
  await navigation.getByRole('button', { name: 'Menu' }).click();
  await navigation.getByRole('button', { name: 'Quản trị' }).click();
  await looksRight(page, 'navigation-phone');
  await navigation.getByRole('link', { name: 'Nhật ký', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhật ký thay đổi' })).toBeVisible();
  await expect(navigation.getByRole('link', { name: 'Kế hoạch', exact: true })).toBeHidden();
  await looksRightEverywhere(page, 'audit');
  await page.setViewportSize({ width: 1280, height: 800 });
  await signOut(page);
});
