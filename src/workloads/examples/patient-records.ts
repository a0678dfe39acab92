import { call, instance, person } from '../compose.ts';
import { createExample } from './example.ts';

const PATIENTS = ['alice', 'bob', 'carol', 'dave'];
const DOCTORS = ['heidi', 'ivan', 'judy', 'kim'];
const digest = (n: number) => `0x${(n + 1).toString().repeat(64)}`;

export const patientRecords = createExample(
  'patient-records',
  'Patient records',
  "Each doctor's entry waits for its own patient's grant, and no patient waits for another; only the two who go to the same ward meet, at Records.admissions.",
  () => ({
    accounts: [...PATIENTS, ...DOCTORS].map((name) => person(name)),
    contracts: [instance('Records', 'records')],
    transactions: [
      ...PATIENTS.map((name, i) => call(name, 'Records', 'grant', [DOCTORS[i] ?? ''])),
      ...DOCTORS.map((name, i) => call(name, 'Records', 'addEntry', [PATIENTS[i] ?? '', digest(i)])),
      call('alice', 'Records', 'admit', ['surgery']),
      call('dave', 'Records', 'admit', ['surgery']),
    ],
    settings: { engine: 'dag', lanes: 4 },
  }),
);
