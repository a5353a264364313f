import type { TranscriptFile } from '../import/parsed-file.ts';
import { readTranscript } from '../import/read-transcript.ts';
import { serveThread } from './serve-thread.ts';

// The one thing this thread does: read the file it was started with, answer, end.
await serveThread((file) => readTranscript(file as TranscriptFile));
