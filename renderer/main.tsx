import './app/tokens.css';
import './app/base.css';
import './app/schemas-without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect, followLinks } from './api/connection.ts';
import { App } from './app/app.tsx';
import { followMenu } from './app/commands/menu-commands.ts';
import { followOffers } from './features/welcome/offered-project.ts';

void connect();
followLinks();
followMenu();
followOffers();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
