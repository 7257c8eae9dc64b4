using System;

namespace ScyllaMigrations.Tests.Execution;

/// <summary>Stands for the end of a process: no code of the library knows it, so none handles it.</summary>
internal sealed class ProcessKilledException : Exception;
