using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.RealTime;

public sealed unsafe partial class StackMemoryTests
{
    private const int Stack = 4 * 1024 * 1024;

    [Fact]
    public void The_pages_are_there_afterwards()
    {
        const int Bytes = 1024 * 1024;
        (int before, int after) = OnStack(Stack, static () =>
        {
            Forget(Bytes);
            int before = PagesPresent(Bytes);
            StackMemory.Prefault(Bytes);
            return (before, PagesPresent(Bytes));
        });
        Assert.Equal(Bytes / Environment.SystemPageSize, after);

        // Where it finds room for a huge page, the kernel may have made all of it at once.
        Assert.True(before < after || File.ReadAllText("/sys/kernel/mm/transparent_hugepage/enabled").Contains("[always]", StringComparison.Ordinal));
    }

    [Fact]
    public void All_but_the_reserve_can_be_touched_and_no_more()
    {
        (int room, PciDeviceException error) = OnStack(Stack, static () =>
        {
            int room = Room();
            StackMemory.Prefault(room - (2 * StackMemory.Reserve));
            return (room, Assert.Throws<PciDeviceException>(() => StackMemory.Prefault(room - StackMemory.Reserve)));
        });
        Assert.True(room > Stack / 2);
        Assert.Equal(("touching the stack", 0), (error.Call, error.Errno));
        Assert.Contains($"cannot touch {room - StackMemory.Reserve:#,0} bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("DOTNET_Thread_DefaultStackSize", error.Remedy, StringComparison.Ordinal);
    }

    /// <summary>What is left of the stack: it may be a larger one that another thread had before.</summary>
    private static int Room()
    {
        byte here;
        Assert.Equal(0, SystemCall.GetStackEnd(out nint lowest));
        return (int)((nint)(&here) - lowest);
    }

    private static T OnStack<T>(int size, Func<T> body)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => { result = body(); }), size);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return result!;
    }

    /// <summary>Gives back what another thread, which had this stack before, has touched below the caller's frame.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(int bytes)
    {
        const int DontNeed = 4; // asm-generic/mman-common.h: MADV_DONTNEED
        byte here;
        nint page = Environment.SystemPageSize;
        nint end = ((nint)(&here) - (64 * 1024)) / page * page;
        Assert.Equal(0, Advise(end - bytes, (nuint)bytes, DontNeed));
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nuint length, int advice);

    /// <summary>How many pages below the caller's frame the kernel has (bit 63 of an entry in /proc/self/pagemap).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int PagesPresent(int bytes)
    {
        byte here;
        long page = (nint)(&here) / Environment.SystemPageSize;
        int count = bytes / Environment.SystemPageSize;
        byte[] entries = new byte[sizeof(ulong) * count];
        using FileStream map = File.OpenRead("/proc/self/pagemap");
        map.Position = (page - count) * sizeof(ulong);
        map.ReadExactly(entries);
        return Enumerable.Range(0, count).Count(i => (entries[(i * sizeof(ulong)) + 7] & 0x80) != 0);
    }
}
