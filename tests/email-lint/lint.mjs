// Reads the HTML of a mail from standard input and prints, as JSON, what Gmail, Outlook and Apple Mail do not support or only
// partly, one entry per client and feature. Judging them is the caller's.
import { readFileSync } from 'node:fs';
import { caniemail } from 'caniemail';

const { issues } = caniemail({ clients: ['gmail.*', 'outlook.*', 'apple-mail.*'], html: readFileSync(0, 'utf8') });
const findings = [];
for (const [severity, byClient] of Object.entries(issues)) {
  for (const [client, list] of byClient instanceof Map ? byClient : Object.entries(byClient ?? {})) {
    for (const issue of list) {
      findings.push({ severity, client, title: issue.title, notes: issue.notes ?? [] });
    }
  }
}
process.stdout.write(JSON.stringify(findings));
