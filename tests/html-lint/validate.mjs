// Reads a page from standard input and prints, as JSON, what the HTML standard forbids in it. Judging is the caller's.
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
const report = await validator.validateString(readFileSync(0, 'utf8'), 'report.html');
const findings = report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message} (line ${message.line}, ${message.selector ?? 'no element'})`));
process.stdout.write(JSON.stringify(findings));
