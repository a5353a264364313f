import './app/tokens.css';
import './app/base.css';
import './app/schemas-without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect, followLinks } from './api/connection.ts';
import { App } from './app/app.tsx';

void connect();
followLinks();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
