using System.Runtime.InteropServices;
using Iced.Intel;
using TopHalf.Runtime.Tests.NativeTopHalf;

namespace TopHalf.Runtime.Tests.UserInterrupts.Stubs;

/// <summary>The bytes are those of the source in the repository, are the instructions that they should be, and lie where nobody writes.</summary>
public sealed unsafe class StubCodeTests
{
    private static readonly string Source = Path.Combine(Gcc.Root, "src/Runtime/UserInterrupts");

    [Fact]
    public void The_bytes_are_what_the_assembler_makes_of_the_source()
    {
        Gcc.SkipUnlessThere();
        using var folder = new TemporaryFolder();
        Gcc.Run("as", "-o", folder["stubs.o"], Path.Combine(Source, "user_interrupt.s"));
        Gcc.Run("objcopy", "-O", "binary", "-j", ".text", folder["stubs.o"], folder["stubs.bin"]);
        Assert.Equal(File.ReadAllBytes(folder["stubs.bin"]), UserInterruptCode.Bytes.ToArray());
        string symbols = Gcc.Run("nm", folder["stubs.o"]);
        foreach ((string name, int place) in ((string, int)[])
            [
                ("handler", UserInterruptCode.Handler), ("wait_umwait", UserInterruptCode.WaitUmwait), ("wait_pause", UserInterruptCode.WaitPause),
                ("send", UserInterruptCode.Send), ("time_stamp", UserInterruptCode.TimeStamp),
                .. UserInterruptCode.Flags.ToArray().Select(static (place, number) => ($"flag_{number}", place)),
            ])
        {
            Assert.Contains($"{place:x16} T {name}\n", symbols, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_instructions_are_those_that_another_decoder_reads()
    {
        Dictionary<int, Instruction> code = Decode(UserInterruptCode.Bytes.ToArray());
        Assert.Equal(
            ["endbr64", "push rax", "mov rax,[rsp+8h]", "lock bts [1000h],rax", "inc qword ptr [1040h]", "pop rax", "lea rsp,[rsp+8h]", "uiret"],
            Texts(code, UserInterruptCode.Handler));
        Assert.Equal(
            [
                "endbr64", "stui", "umonitor rdi", "mov rax,[rdi]", "or rax,[rdi+8h]", "jne short 65h", "mov rdx,rsi", "mov eax,esi", "shr rdx,20h",
                "mov ecx,1h", "umwait ecx", "rdtsc", "shl rdx,20h", "or rax,rdx", "cmp rax,rsi", "jb short 38h", "clui", "xor eax,eax",
                "xchg [rdi],rax", "ret",
            ],
            Texts(code, UserInterruptCode.WaitUmwait));
        Assert.Equal(
            [
                "endbr64", "stui", "mov rax,[rdi]", "or rax,[rdi+8h]", "jne short 91h", "pause", "rdtsc", "shl rdx,20h", "or rax,rdx",
                "cmp rax,rsi", "jb short 78h", "clui", "xor eax,eax", "xchg [rdi],rax", "ret",
            ],
            Texts(code, UserInterruptCode.WaitPause));
        Assert.Equal(["endbr64", "senduipi rdi", "ret"], Texts(code, UserInterruptCode.Send));
        Assert.Equal(["endbr64", "rdtsc", "shl rdx,20h", "or rax,rdx", "ret"], Texts(code, UserInterruptCode.TimeStamp));
    }

    [Fact]
    public void Each_flag_instruction_is_listed_and_no_other_is()
    {
        Dictionary<int, Instruction> code = Decode(UserInterruptCode.Bytes.ToArray());
        Assert.Equal(
            code.Where(static i => i.Value.Code is Code.Stui or Code.Clui).Select(static i => i.Key).Order(), UserInterruptCode.Flags.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_software_way_differs_in_nothing_but_the_flag(bool isSoftware)
    {
        SkipUnlessHere();
        using var pages = new UserInterruptPages(isSoftware);
        byte[] written = new Span<byte>((void*)pages.Code, UserInterruptCode.Bytes.Length).ToArray();
        Dictionary<int, Instruction> code = Decode(written);
        foreach (int flag in UserInterruptCode.Flags)
        {
            Assert.Equal(isSoftware, code[flag].Code == Code.Nop_rm32);
            UserInterruptCode.Bytes.Slice(flag, 4).CopyTo(written.AsSpan(flag));
        }

        Assert.Equal(UserInterruptCode.Bytes.ToArray(), written);
    }

    [Fact]
    public void No_page_is_written_and_executed()
    {
        SkipUnlessHere();
        using var pages = new UserInterruptPages(isSoftware: false);
        string[] maps = File.ReadAllLines("/proc/self/maps");
        Assert.Equal("r-xp", AccessTo(pages.Code));
        Assert.StartsWith("rw-", AccessTo((nint)pages.State), StringComparison.Ordinal);

        // address-address rwxp …
        string AccessTo(nint address)
        {
            string line = maps.Single(line => Bound(line, 0) <= address && address < Bound(line, 1));
            return line.Split(' ')[1];
        }

        static long Bound(string line, int which) => Convert.ToInt64(line.Split(' ')[0].Split('-')[which], 16);
    }

    [Fact]
    public void Its_state_is_a_page_and_what_UMONITOR_watches_is_one_line()
    {
        Assert.Equal(UserInterruptState.Size, sizeof(UserInterruptState));
        Assert.Equal(0, (int)Marshal.OffsetOf<UserInterruptState>(nameof(UserInterruptState.Pending)));
        Assert.Equal(8, (int)Marshal.OffsetOf<UserInterruptState>(nameof(UserInterruptState.Kick)));
        Assert.InRange((int)Marshal.OffsetOf<UserInterruptState>(nameof(UserInterruptState.Closed)), 0, 60);
        Assert.Equal(64, (int)Marshal.OffsetOf<UserInterruptState>(nameof(UserInterruptState.Deliveries)));
    }

    internal static void SkipUnlessHere() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The stubs are machine code for Linux on x86-64.");

    private static Dictionary<int, Instruction> Decode(byte[] bytes)
    {
        var decoder = Iced.Intel.Decoder.Create(64, bytes);
        var code = new Dictionary<int, Instruction>();
        while (decoder.IP < (ulong)bytes.Length)
        {
            int at = (int)decoder.IP;
            decoder.Decode(out Instruction instruction);
            Assert.NotEqual(Code.INVALID, instruction.Code);
            code.Add(at, instruction);
        }

        return code;
    }

    // From an entry to what leaves it for good.
    private static List<string> Texts(Dictionary<int, Instruction> code, int entry)
    {
        var formatter = new IntelFormatter { Options = { DigitSeparator = "", SmallHexNumbersInDecimal = false, BranchLeadingZeros = false } };
        var texts = new List<string>();
        for (int at = entry; ;)
        {
            Instruction instruction = code[at];
            var output = new StringOutput();
            formatter.Format(instruction, output);
            texts.Add(output.ToString());
            if (instruction.Code is Code.Retnq or Code.Uiret)
            {
                return texts;
            }

            at += instruction.Length;
        }
    }
}
