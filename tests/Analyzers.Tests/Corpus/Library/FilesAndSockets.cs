using Microsoft.Win32.SafeHandles;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

// information is not the point
[InterruptDriver]
internal sealed partial class FilesAndSockets(MemoryMappedViewAccessor view, SafeFileHandle handle, Socket socket, Stream stream, FileStream file, UdpClient udp)
{
    private readonly MemoryStream _memory = new(64);
    private readonly BinaryReader _reader = new(new MemoryStream());
    private readonly UnmanagedMemoryStream? _raw;
    private readonly byte[] _bytes = new byte[64];
    private readonly Process _self = Process.GetCurrentProcess();
    private long _n;

    [MsiVector(0)]
    private void FileExists(in Interrupt irq)
    {
        _n += File.Exists("/dev/card") ? 1 : 0; //! TH3006
    }

    [MsiVector(1)]
    private void FileReads(in Interrupt irq)
    {
        _n += File.ReadAllBytes("/dev/card").Length; //! TH3006 //? TH2002
    }

    [MsiVector(2)]
    private void FileAppends(in Interrupt irq)
    {
        File.AppendAllText("log", "x"); //! TH3006
    }

    [MsiVector(3)]
    private void FileOpens(in Interrupt irq)
    {
        using FileStream opened = File.OpenRead("x"); //! TH3006 //? TH2001
    }

    [MsiVector(4)]
    private void FileStreams(in Interrupt irq)
    {
        file.Write(_bytes); //! TH3006
    }

    [MsiVector(5)]
    private void FileFlushes(in Interrupt irq)
    {
        file.Flush(true); //! TH3006
    }

    [MsiVector(6)]
    private void FileByte(in Interrupt irq)
    {
        _n += file.ReadByte(); //! TH3006
    }

    [MsiVector(7)]
    private void AnyStream(in Interrupt irq)
    {
        stream.Write(_bytes, 0, 4); //! TH3006
    }

    [MsiVector(8)]
    private void AnyStreamAsync(in Interrupt irq)
    {
        _n += stream.WriteAsync(_bytes).IsCompleted ? 1 : 0; //! TH3006|TH2001|TH2010
    }

    [MsiVector(9)]
    private void RandomReads(in Interrupt irq)
    {
        _n += RandomAccess.Read(handle, _bytes, 0); //! TH3006
    }

    [MsiVector(10)]
    private void RandomWrites(in Interrupt irq)
    {
        RandomAccess.Write(handle, _bytes, 8); //! TH3006
    }

    [MsiVector(11)]
    private void MemoryReads(in Interrupt irq)
    {
        _memory.Position = 0;
        _n += _memory.ReadByte() + _memory.Length + _memory.Read(_bytes, 0, 4);
    }

    [MsiVector(12)]
    private void MemoryWrites(in Interrupt irq)
    {
        _memory.WriteByte(3); //! TH2012
    }

    [MsiVector(13)]
    private void MemoryCopies(in Interrupt irq)
    {
        _n += _memory.ToArray().Length; //! TH2002
    }

    [MsiVector(14)]
    private void ReaderReads(in Interrupt irq)
    {
        _n += _reader.ReadInt32(); //! TH3006|TH4002
    }

    [MsiVector(15)]
    private void ViewReads(in Interrupt irq)
    {
        _n += view.ReadUInt32(4) + view.ReadInt64(8) + view.ReadByte(1);
        view.Write(16, 3u);
    }

    [MsiVector(16)]
    private void ViewFlushes(in Interrupt irq)
    {
        view.Flush(); //! TH3006|TH3010
    }

    [MsiVector(17)]
    private void SafeHandles(in Interrupt irq)
    {
        _n += handle.DangerousGetHandle() + (handle.IsInvalid || handle.IsClosed ? 1 : 0);
    }

    [MsiVector(18)]
    private void DirectoryExists(in Interrupt irq)
    {
        _n += Directory.Exists("/sys") ? 1 : 0; //! TH3006
    }

    [MsiVector(19)]
    private void PathCombines(in Interrupt irq)
    {
        _n += Path.Combine("/sys", "card").Length; //! TH2006
    }

    [MsiVector(20)]
    private void SocketSends(in Interrupt irq)
    {
        _n += socket.Send(_bytes); //! TH3006
    }

    [MsiVector(21)]
    private void SocketReceives(in Interrupt irq)
    {
        _n += socket.Receive(_bytes); //! TH3006
    }

    [MsiVector(22)]
    private void SocketPolls(in Interrupt irq)
    {
        _n += socket.Poll(0, SelectMode.SelectRead) ? 1 : 0; //! TH3006|TH3010
    }

    [MsiVector(23)]
    private void SocketAvailable(in Interrupt irq)
    {
        _n += socket.Available; //! TH3006|TH3010
    }

    [MsiVector(24)]
    private void UdpSends(in Interrupt irq)
    {
        _n += udp.Send(_bytes, 4); //! TH3006
    }

    [MsiVector(25)]
    private void DnsAsks(in Interrupt irq)
    {
        _n += Dns.GetHostEntry("card").AddressList.Length; //! TH3006
    }

    [MsiVector(26)]
    private void ProcessStarts(in Interrupt irq)
    {
        using Process? started = Process.Start("modprobe"); //! TH3006|TH3010 //? TH2001
    }

    [MsiVector(27)]
    private void ProcessMemory(in Interrupt irq)
    {
        _n += _self.WorkingSet64; //? TH3006 TH3010
    }

    [MsiVector(28)]
    private void ProcessTimes(in Interrupt irq)
    {
        _n += _self.TotalProcessorTime.Ticks; //! TH3006|TH3010
    }

    [MsiVector(29)]
    private void ProcessWaits(in Interrupt irq)
    {
        _self.WaitForExit(); //! TH3002
    }

    [MsiVector(30)]
    private void ProcessKills(in Interrupt irq)
    {
        _self.Kill(); //! TH3006|TH3010
    }

    [MsiVector(31)]
    private void LibraryLoads(in Interrupt irq)
    {
        _n += NativeLibrary.Load("card"); //! TH3006|TH3009|TH3010
    }

    [MsiVector(32)]
    private void AddressFacts(in Interrupt irq)
    {
        _n += IPAddress.HostToNetworkOrder(_n) + IPAddress.NetworkToHostOrder((short)_n);
    }
}
