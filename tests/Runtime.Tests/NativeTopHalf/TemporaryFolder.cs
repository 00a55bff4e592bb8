namespace TopHalf.Runtime.Tests.NativeTopHalf;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tophalf-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string this[string file] => System.IO.Path.Combine(Path, file);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
