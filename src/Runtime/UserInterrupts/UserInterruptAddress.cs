using System.Globalization;

namespace TopHalf;

/// <summary>Where a vector of a receiver is found, as one text.</summary>
/// <param name="Process">The receiver's process id.</param>
/// <param name="Name">Of its memory.</param>
/// <param name="Memory">The number of that memory's descriptor there.</param>
/// <param name="Vector">0 to 63.</param>
/// <param name="VectorFd">The number of the vector's descriptor there; -1 where senders set bits.</param>
/// <param name="Version">Of the kernel's patches; 0 where senders set bits.</param>
/// <param name="FirstCall">The number of that kernel's uintr_register_handler, by which two kernels are told apart.</param>
internal readonly record struct UserInterruptAddress(int Process, string Name, int Memory, int Vector, int VectorFd = -1, int Version = 0, int FirstCall = 0)
{
    private const string Scheme = "user-interrupt";

    /// <summary>The memory's file.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/proc/{Process}/fd/{Memory}");

    /// <summary>There is a process of that number.</summary>
    public bool HasProcess => Directory.Exists(string.Create(CultureInfo.InvariantCulture, $"/proc/{Process}"));

    /// <summary>What that file links to while it is the receiver's.</summary>
    public string Link => $"/memfd:{Name} (deleted)";

    /// <exception cref="FormatException">It is no address.</exception>
    public static UserInterruptAddress Parse(string text)
        => text.Split(':') is [Scheme, var process, var name, var memory, var vector, .. var kernel]
            && Number(process) is > 0 and var processNumber
            && Number(memory) is >= 0 and var memoryNumber
            && Number(vector) is >= 0 and < Upid.VectorCount and var vectorNumber
            && Kernel(kernel) is { } of
            ? new UserInterruptAddress(processNumber, name, memoryNumber, vectorNumber, of.VectorFd, of.Version, of.FirstCall)
            : throw new FormatException($"'{text}' is no address of a user interrupt; UserInterruptReceiver.AddressOf gives one.");

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Scheme}:{Process}:{Name}:{Memory}:{Vector}")
            + (VectorFd < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{VectorFd}:{Version}:{FirstCall}"));

    private static (int VectorFd, int Version, int FirstCall)? Kernel(string[] parts) => parts switch
    {
        [] => (-1, 0, 0),
        [var fd, var version, var call] when Number(fd) >= 0 && Number(version) is 1 or 2 && Number(call) >= 0 => (Number(fd), Number(version), Number(call)),
        _ => null,
    };

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
