/** Below the ground: database, security, web shell, commands, settings. Knows nothing of offices and files. */
package id.loket.platform;
