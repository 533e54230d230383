#!/usr/bin/env node
import { onInterrupt } from "./cli/interrupt.js";
import { main } from "./cli/main.js";
import { processTerminal } from "./cli/terminal.js";

process.exitCode = await main(process.argv.slice(2), { terminal: processTerminal(), signal: onInterrupt() });
