/* Stand-in for Windows' bcryptprimitives.dll where Wine has none: pdfium (in Qt6Pdf.dll) asks it for random bytes. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID data, ULONG size); /* advapi32's RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }
