// @ts-check
// What each page is for and how it is used, in English; help-text.js says the same in Chinese.

/** @type {Record<string, string[]>} */
export const STEPS = {
  overview: [
    'Choose the year at the top right: enterprises, distribution of totals, stages, clusters, the first ten.',
    'Type part of a name, its pinyin or initials, or a code into the search box, and choose from what is found.',
  ],
  ranking: [
    'Filter by stage, division or cluster, sort by a column; the address keeps the view and can be passed on.',
    'An enterprise’s name leads to its card; the table can be downloaded as CSV or XLSX.',
  ],
  enterprises: [
    'Total, points by category, weights, adjustments and ranks. How points are earned is on “Rules”.',
    'An enterprise that signs in sees every figure, its source and what would raise it on “Portrait”.',
  ],
  compare: ['Up to four enterprises side by side; the address can be passed on.'],
  indicators: ['What an indicator measures, how it earns points, how points are distributed, and its article.'],
  parks: ['How many ranked enterprises each park has, their median and best total; a park leads to its ranking.'],
  lists: [
    'The leading enterprises of each stage; enterprises may object within the notice period.',
    'Download or print.',
  ],
  rules: [
    'Each rule names its article or is marked as a default.',
    'Another year or version can be chosen at the top.',
  ],
  data: ['Download the published data and templates; calls are described on “API reference”.'],
  letters: ['Enter the code on a letter, or scan its QR code, to verify it, its last day and its signature.'],
  screen: ['For the screen in a hall; the pictures change by themselves. Esc leaves it.'],
  help: ['“Help” at the top right of any page leads to what is said of that page.'],
  glossary: ['What the words of this site mean.'],
  about: ['What is said of personal data and accessibility.'],
  api: ['Parameters, answers and examples of every call; clients can be generated from it.'],
  'rulebook-guide': ['How a rulebook is written: its parts, curves and cases.'],
  'sign-in': ['Choose who you are. The day begins at the desk.'],
  desk: [
    'What is to be done today, the most urgent first; each line leads to where it is done.',
    'Choose the year. “What is shown” turns parts off, in this browser alone.',
  ],
  portrait: [
    'Every indicator with figure, points, reason and the row of the file it came from; each step was scored again.',
    'Object to a part of the result, or issue a letter for a bank.',
  ],
  simulator: ['Move a slider or type a figure: total, stage and ranks follow. Nothing is stored.'],
  'self-report': [
    'Choose a dataset, enter figures and send them; a department’s figure comes first.',
    'Each figure then says whether it is used; correct it and send it again.',
    'Evidence for whoever verifies it can be sent at any time.',
  ],
  uploads: [
    'Choose a dataset and drop the file. Within seconds: which row and column has what problem, and what to do.',
    'Mend cells on the page and send them again; say what a held file is; withdraw a file that was wrong.',
    'The file itself can be downloaded with the problems written into it.',
  ],
  completeness: ['Which datasets came in time, what each enterprise lacks and who owes it; a list by grid to print.'],
  departments: ['Deliveries, refused rows and questions by department; a quarter beside the one before.'],
  draft: ['Scores follow every change of data within seconds. A draft has no ranks and is not public.'],
  tables: ['Choose rows, columns and a measure; the table can be downloaded.'],
  runs: [
    'The list of steps says what is done and what blocks the next one.',
    'Make a dry run, look at checks and differences, submit; another person approves or refuses.',
  ],
  rewards: ['Amounts by article; a contract counts once, for the side that registered it.'],
  allocations: ['Enter budget and method, submit; another person approves; what was paid is deducted next time.'],
  questions: [
    'Enterprises: choose a part of the result, give grounds, attach evidence; each part once.',
    'The bureau assigns; the department answers by a corrected file; closed when who asked agrees or after ten days.',
  ],
  readers: ['Which offices and banks read your portrait, when and what.'],
  grants: ['Grant a bank a scope until a day for a purpose; withdraw it at any time.'],
  granted: ['Enterprises that granted your bank something, with bands; every reading is recorded for them.'],
  diagnostics: ['Discrimination, effective weights, robustness of ranks; each finding leads to the studio.'],
  studio: [
    'Choose an indicator and move its points and full mark, or the weights of a stage, or tick proposals.',
    'Keep what is good as a draft; it is compared, tried, submitted and approved under “Manage rulebooks”.',
  ],
  rulebooks: [
    'Upload a draft: it is checked and its cases are run; compare it and try it.',
    'Submit it; another person approves; it holds from its date.',
  ],
  settings: ['Limits, papers, holidays, departments and due days; one proposes, another approves.'],
  briefs: [
    'Made once a quarter is over, public when an approver has approved it; as DOCX and PDF.',
    'An approver can refuse it with a reason; the next morning it is made anew from the data as it is then.',
  ],
  report: ['The analysis of the year, to print or as PDF.'],
  audit: ['Search by person, action, enterprise and day; the chain of entries can be verified.'],
};
