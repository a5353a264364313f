import { z } from 'zod';

// The page's policy forbids compiling code from text: schemas are interpreted from the first one on.
z.config({ jitless: true });
