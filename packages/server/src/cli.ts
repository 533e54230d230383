#!/usr/bin/env node
import { createProgram } from "./cli/program.js";
import { reportFailure } from "./cli/exit.js";

createProgram().parseAsync(process.argv).catch(reportFailure);
