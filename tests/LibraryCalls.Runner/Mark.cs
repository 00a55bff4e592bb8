using System.Runtime.InteropServices;

namespace TopHalf.LibraryCalls.Runner;

/// <summary>
/// A word of native memory that says which case is being measured: its number and one, else zero. Who traces the thread's system calls
/// reads it when one is made; so telling it costs no system call.
/// </summary>
public sealed unsafe class Mark : IDisposable
{
    private readonly long* _word = (long*)NativeMemory.AllocZeroed(sizeof(long));

    /// <summary>Where it is.</summary>
    public nint Address => (nint)_word;

    /// <summary>A case begins.</summary>
    public void Set(int number) => Volatile.Write(ref *_word, number + 1L);

    /// <summary>What was seen of a case does not count: told by a system call of our own, at which the tracer looks.</summary>
    public void Withdraw(int number)
    {
        Volatile.Write(ref *_word, -number - 1L);
        Thread.Yield();
        Clear();
    }

    /// <summary>It has ended.</summary>
    public void Clear() => Volatile.Write(ref *_word, 0);

    public void Dispose() => NativeMemory.Free(_word);
}
