using System.Globalization;

namespace TopHalf;

/// <summary>Where a vector of a receiver is found, as one text.</summary>
/// <param name="Process">The receiver's process id.</param>
/// <param name="Name">Of its memory.</param>
/// <param name="Memory">The number of that memory's descriptor there.</param>
/// <param name="Vector">0 to 63.</param>
/// <param name="VectorFd">The number of the vector's descriptor there; -1 where senders set bits.</param>
internal readonly record struct UserInterruptAddress(int Process, string Name, int Memory, int Vector, int VectorFd)
{
    private const string Scheme = "user-interrupt";

    /// <summary>The memory's file.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/proc/{Process}/fd/{Memory}");

    /// <summary>What that file links to while it is the receiver's.</summary>
    public string Link => $"/memfd:{Name} (deleted)";

    /// <exception cref="FormatException">It is no address.</exception>
    public static UserInterruptAddress Parse(string text)
        => text.Split(':') is [Scheme, var process, var name, var memory, var vector, var vectorFd]
            && Number(process) is > 0 and var processNumber
            && Number(memory) is >= 0 and var memoryNumber
            && Number(vector) is >= 0 and < Upid.VectorCount and var vectorNumber
            && (vectorFd == "-" ? -1 : Number(vectorFd)) is var vectorFdNumber && (vectorFd == "-" || vectorFdNumber >= 0)
            ? new UserInterruptAddress(processNumber, name, memoryNumber, vectorNumber, vectorFdNumber)
            : throw new FormatException($"'{text}' is no address of a user interrupt; UserInterruptReceiver.AddressOf gives one.");

    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Scheme}:{Process}:{Name}:{Memory}:{Vector}:{(VectorFd < 0 ? "-" : VectorFd.ToString(CultureInfo.InvariantCulture))}");

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
}
