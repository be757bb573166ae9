import type { Bilingual } from '../language.ts';

/** Words of `npm run deploy`. */
export const DEPLOY_COMMAND = {
  help: {
    vi: `Cách dùng: npm run deploy -- --project MÃ --add-audience MÃ [tùy chọn]

In các lệnh đưa hệ thống lên Google Cloud; thêm --confirm thì thực hiện các lệnh đó.
Những gì khai ở đây được lưu vào tệp cấu hình khi thực hiện, lần sau không phải khai lại.

  --project MÃ             dự án Google Cloud
  --region TÊN             nơi chạy (mặc định: asia-southeast1)
  --add-audience MÃ        mã client của một trình đơn được phép gọi (dùng được nhiều lần)
  --drop-audience MÃ       mã không còn được phép gọi
  --add-publisher ĐỊA_CHỈ  người được công bố kết quả (dùng được nhiều lần)
  --drop-publisher ĐỊA_CHỈ người không còn được công bố
  --add-domain TÊN         tên miền thư điện tử mà người dùng được phép gọi (dùng được nhiều lần; không khai: mọi tên miền)
  --drop-domain TÊN        tên miền không còn được phép
  --config TỆP             mặc định: par-index.deploy.json
  --dry-run                chỉ in; đây là cách mặc định
  --confirm                thực hiện
  --language vi|en         ngôn ngữ trong cửa sổ này (mặc định: theo biến LANG)
  --help                   in trang này`,
    en: `usage: npm run deploy -- --project ID --add-audience ID [options]

Prints the commands that bring the functions to Google Cloud; with --confirm carries them out.
What is given here is kept in the configuration file when the commands are carried out.

  --project ID           the Google Cloud project
  --region NAME          where the functions run (usual: asia-southeast1)
  --add-audience ID      a client id of a menu script that may call (may be repeated)
  --drop-audience ID     one that may not any more
  --add-publisher MAIL   a person who may publish (may be repeated)
  --drop-publisher MAIL  one who may not any more
  --add-domain NAME      an e-mail domain whose people may call (may be repeated; none: every domain)
  --drop-domain NAME     one whose people may not any more
  --config FILE          usual: par-index.deploy.json
  --dry-run              only print; this is the usual way
  --confirm              carry out
  --language vi|en       language in this window (default: from the variable LANG)
  --help                 print this page`,
  },
  nothingRun: {
    vi: '# Không có --confirm thì chưa thực hiện gì. Các lệnh sẽ chạy:',
    en: '# Nothing is carried out without --confirm. Commands that would be run:',
  },
  newConfig: (path: string): Bilingual => ({
    vi: `# Chưa có tệp ${path}: chỉ dùng những gì khai ở dòng lệnh; tệp được tạo khi thực hiện.`,
    en: `# There is no file ${path} yet: only what the command line says counts; the file is made when the commands are carried out.`,
  }),
  onlyIfMissing: (command: string): Bilingual => ({
    vi: `# chỉ chạy nếu lệnh này không thành: ${command}`,
    en: `# only if this fails: ${command}`,
  }),
  elseUpdate: { vi: '; nếu thành thì chạy lệnh cập nhật', en: '; else the update' },
  isThere: { vi: '  đã có sẵn', en: '  is there already' },
  done: {
    vi: 'Đã xong. Nối trình đơn bằng: npm run menu:build (docs/deploy/menu.md).',
    en: 'Done. The menu is connected with: npm run menu:build (docs/deploy/menu.md).',
  },
} as const;

/** Why nothing, or not everything, was carried out: one sentence each. */
export const DEPLOY_FAILURES = {
  unreadable: (path: string, code: string): Bilingual => ({
    vi: `Không đọc được ${path} (${code}); hãy kiểm tra đường dẫn và quyền đọc.`,
    en: `${path} cannot be read (${code}); check the path and the right to read it.`,
  }),
  notJson: (path: string): Bilingual => ({
    vi: `${path} không phải là JSON; hãy sửa hoặc xóa tệp.`,
    en: `${path} is not JSON; correct it or delete it.`,
  }),
  noGcloud: {
    vi: 'Máy này chưa có gcloud; xem https://cloud.google.com/sdk/docs/install.',
    en: 'gcloud is not installed; see https://cloud.google.com/sdk/docs/install.',
  },
  noProject: (project: string): Bilingual => ({
    vi: `Không đọc được dự án ${project}; hãy đăng nhập bằng gcloud auth login.`,
    en: `The project ${project} cannot be read; sign in with gcloud auth login.`,
  }),
  failed: ({ vi, en }: Bilingual): Bilingual => ({
    vi: `Không thực hiện được «${vi}»; hãy sửa rồi chạy lại đúng lệnh này.`,
    en: `“${en}” failed; correct it, then run the same command again.`,
  }),
  notKept: (option: string, value: string): Bilingual => ({
    vi: `${option} ${value}: không có trong cấu hình, nên không bỏ được gì; hãy kiểm tra cách viết.`,
    en: `${option} ${value}: the configuration does not hold it, so nothing can be dropped; check how it is written.`,
  }),
  unknownSetting: (name: string): Bilingual => ({
    vi: `Cấu hình không có mục ${name}.`,
    en: `The configuration has no setting ${name}.`,
  }),
  notAnObject: {
    vi: 'Cấu hình phải là một đối tượng JSON, dạng {"project": "…"}.',
    en: 'The configuration must be a JSON object, such as {"project": "…"}.',
  },
} as const;

/** What each setting has to be, in the words of a file that keeps it. */
export const DEPLOY_SETTINGS = {
  project: {
    vi: 'project: phải là mã dự án Google Cloud, ví dụ par-index-tinh.',
    en: 'project: must be the id of the Google Cloud project, such as par-index-tinh.',
  },
  region: {
    vi: 'region: phải là một vùng, ví dụ asia-southeast1.',
    en: 'region: must be a region, such as asia-southeast1.',
  },
  audiences: {
    vi: 'audiences: phải là danh sách mã client của ít nhất một trình đơn, mỗi mã kết thúc bằng .apps.googleusercontent.com (docs/deploy/menu.md cho biết mã ở đâu).',
    en: 'audiences: must be a list of the client ids of one menu script or more, each ending in .apps.googleusercontent.com (docs/deploy/menu.md says where it stands).',
  },
  publishers: {
    vi: 'publishers: phải là danh sách địa chỉ thư điện tử.',
    en: 'publishers: must be a list of e-mail addresses.',
  },
  domains: {
    vi: 'domains: phải là danh sách tên miền, ví dụ tinh.gov.vn.',
    en: 'domains: must be a list of domain names, such as tinh.gov.vn.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The same in the words of the command line, where a setting is missing or was given wrongly. */
export const DEPLOY_OPTIONS = {
  project: {
    vi: 'Cần --project MÃ: mã dự án Google Cloud, ví dụ --project par-index-tinh.',
    en: '--project ID is needed: the id of the Google Cloud project, such as --project par-index-tinh.',
  },
  region: {
    vi: '--region TÊN phải là một vùng, ví dụ --region asia-southeast1.',
    en: '--region NAME must be a region, such as --region asia-southeast1.',
  },
  audiences: {
    vi: 'Cần --add-audience MÃ: mã client của ít nhất một trình đơn, mỗi mã kết thúc bằng .apps.googleusercontent.com (docs/deploy/menu.md cho biết mã ở đâu).',
    en: '--add-audience ID is needed: the client id of one menu script or more, each ending in .apps.googleusercontent.com (docs/deploy/menu.md says where it stands).',
  },
  publishers: {
    vi: '--add-publisher ĐỊA_CHỈ phải là một địa chỉ thư điện tử.',
    en: '--add-publisher MAIL must be an e-mail address.',
  },
  domains: {
    vi: '--add-domain TÊN phải là một tên miền, ví dụ --add-domain tinh.gov.vn.',
    en: '--add-domain NAME must be a domain name, such as --add-domain tinh.gov.vn.',
  },
} as const satisfies Readonly<Record<keyof typeof DEPLOY_SETTINGS, Bilingual>>;

/** What each step of a deploy is for. */
export const DEPLOY_STEPS = {
  interfaces: { vi: 'Các giao diện mà hệ thống dùng', en: 'The interfaces that the functions use' },
  account: {
    vi: 'Tài khoản mà hệ thống chạy dưới tên; không có vai trò nào trong dự án',
    en: 'The account that the functions run as; it has no role in the project',
  },
  queueAccount: { vi: 'Tài khoản mà hàng chờ dùng để gọi', en: 'The account that the queue calls with' },
  queue: {
    vi: 'Hàng chờ cho các lần tính lâu; tốc độ theo hạn mức của Google Trang tính',
    en: 'The queue for long recomputes; its rate follows from the quota of Google Sheets',
  },
  enqueue: {
    vi: 'Hệ thống được đưa việc vào hàng chờ',
    en: 'The functions may put work into the queue',
  },
  actAs: {
    vi: 'Hàng chờ được gọi bằng tài khoản riêng',
    en: 'The queue may call under its own account',
  },
  service: {
    vi: 'Chính hệ thống; hệ thống tự kiểm tra ai gọi (docs/deploy/who-sees-what.md)',
    en: 'The functions themselves; they check who calls (docs/deploy/who-sees-what.md)',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Words of `npm run menu:build`. */
export const MENU_BUILD_COMMAND = {
  help: {
    vi: `Cách dùng: npm run menu:build -- --url https://…run.app/

Tạo Code.js và appsscript.json của trình đơn trong dist/menu, để clasp đưa lên (docs/deploy/menu.md).

  --url ĐỊA_CHỈ     địa chỉ của hệ thống mà lệnh deploy cho biết
  --language vi|en  ngôn ngữ trong cửa sổ này (mặc định: theo biến LANG)
  --help            in trang này`,
    en: `usage: npm run menu:build -- --url https://…run.app/

Makes the menu's Code.js and appsscript.json in dist/menu, ready for clasp (docs/deploy/menu.md).

  --url ADDRESS     the address of the functions, which the deploy told
  --language vi|en  language in this window (default: from the variable LANG)
  --help            print this page`,
  },
  needsUrl: {
    vi: 'cần --url https://…run.app/, địa chỉ của hệ thống',
    en: '--url https://…run.app/ is needed, the address of the functions',
  },
} as const;
