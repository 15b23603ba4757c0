@echo off
rem Starts Tidemark on a Java 25 runtime: JAVA_HOME first, then the java on the PATH, then the usual places.
rem TIDEMARK_JAVA_OPTS is handed to the Java runtime as it is.
rem No delayed expansion: it would take the exclamation marks out of folders and arguments.
setlocal EnableExtensions DisableDelayedExpansion
set "APP=%~dp0.."
set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME:"=%"
if not defined FOUND for /f "delims=" %%J in ('where $path:java 2^>nul') do if not defined FOUND call :try "%%~dpJ.."
if not defined FOUND for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*") do if not defined FOUND call :try "%%~D"
if not defined FOUND (
    echo Tidemark needs a Java 25 runtime and found none: install one ^(for example Eclipse Temurin 25^) or set JAVA_HOME to it. 1>&2
    exit /b 1
)
rem Without a command the window opens; it needs JavaFX as modules and room for charts. Commands load none of it.
set "FIRST=%~1"
if not defined FIRST goto window
if "%FIRST:~0,2%"=="-w" goto window
if "%FIRST:~0,11%"=="--workspace" goto window
"%FOUND%\bin\java.exe" -XX:+UseSerialGC -Xms64m -Xmx320m -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %TIDEMARK_JAVA_OPTS% -cp "%APP%\lib\*" io.tidemark.Main %*
exit /b %ERRORLEVEL%

:window
set "CACHE=%TEMP%"
if defined LOCALAPPDATA set "CACHE=%LOCALAPPDATA%\Tidemark\cache"
if not exist "%CACHE%\" mkdir "%CACHE%" 2>nul
if not exist "%CACHE%\" set "CACHE=%TEMP%"
"%FOUND%\bin\java.exe" -XX:+UseSerialGC -Xms96m -Xmx1g -XX:TieredStopAtLevel=1 -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="%CACHE%\window.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off -Xlog:aot=off --module-path "%APP%\lib\javafx" --add-modules javafx.controls,javafx.fxml --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED --add-exports=javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED --add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow %TIDEMARK_JAVA_OPTS% -cp "%APP%\lib\*" io.tidemark.Main %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b /l "JAVA_VERSION=" "%~1\release"') do for /f "delims=.+-" %%M in ("%%~V") do if %%M GEQ 25 set "FOUND=%~1"
exit /b 0
